namespace Gis.Data.Store.Postgis;

/// <summary>
/// What the database tells all who listen, once it is committed and whoever wrote it: the table and the city, as "data_version
/// 640100". It says that there is news, not what: a listener reads that itself.
/// </summary>
internal static class PostgisNews
{
    internal const string Channel = "gis";

    /// <summary>Lets a table tell of rows that are added or changed. A migration once released does not change, and so nor does this.</summary>
    internal static string Tell(string table) => $"""
        CREATE OR REPLACE FUNCTION tell_{table}() RETURNS trigger LANGUAGE plpgsql AS $tell$
        BEGIN
            PERFORM pg_notify('gis', '{table} ' || NEW.city_code);
            RETURN NULL;
        END $tell$;
        CREATE TRIGGER tell_{table} AFTER INSERT OR UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION tell_{table}();
        """;
}
