using System.Data.Common;
using Gis.Data.Store.GeoPackage;

namespace Gis.Data.Store;

/// <summary>
/// References that no foreign key keeps, since what they name is replaced or edited on its own: who or what is named and is
/// not there.
/// </summary>
internal static class StoreReferences
{
    private static readonly (string Orphans, string Words)[] All =
    [
        ("SELECT id FROM contact WHERE withdrawn_utc ISNULL AND village_code NOT IN (SELECT code FROM village)", "Contacts of villages that are not there"),
        ("SELECT id FROM contact WHERE firm_id NOTNULL AND firm_id <> '' AND firm_id NOT IN (SELECT id FROM firm)", "Contacts of firms that are not there"),
        ("SELECT id FROM contact WHERE author_id NOT IN (SELECT id FROM account)", "Contacts recorded by accounts that are not there"),
        ("SELECT id FROM invitation WHERE author_id NOTNULL AND author_id NOT IN (SELECT id FROM account)", "Invitations by accounts that are not there"),
        ("SELECT id FROM invitation WHERE account_id NOTNULL AND account_id NOT IN (SELECT id FROM account)", "Invitations used by accounts that are not there"),
        ("SELECT sequence FROM sign_in WHERE account_id NOTNULL AND account_id NOT IN (SELECT id FROM account)", "Attempts to sign in to accounts that are not there"),
        ("SELECT id FROM account WHERE closed_utc ISNULL AND role = 'county-officer' AND scope NOT IN (SELECT code FROM county)", "Accounts for counties that are not there"),
        ("SELECT id FROM account WHERE closed_utc ISNULL AND role = 'firm-member' AND scope NOT IN (SELECT id FROM firm)", "Accounts for firms that are not there"),
        ("SELECT id FROM account WHERE closed_utc ISNULL AND role = 'village-clerk' AND scope NOT IN (SELECT code FROM village)", "Accounts for villages that are not there"),
        ("SELECT id FROM evidence WHERE author_id NOT IN (SELECT id FROM account)", "Evidence brought by accounts that are not there"),
        ("SELECT id FROM assessment WHERE author_id NOT IN (SELECT id FROM account)", "Sheets filled in by accounts that are not there"),
        ("SELECT id FROM assessment WHERE log_sequence NOTNULL AND log_sequence NOT IN (SELECT sequence FROM log)", "Sheets submitted by entries of the log that are not there"),
        ("SELECT number FROM voice WHERE handler_id NOTNULL AND handler_id NOT IN (SELECT id FROM account)", "Messages taken up by accounts that are not there"),
        .. FeatureTables.All.Concat(["staff", "special_hours", "scenario", "run", "contact", "point_plan", "standstill", "evidence", "assessment", "setting", "voice", "voice_contact"]).Select(
            table => ($"SELECT fid FROM {table} WHERE city_code NOT IN (SELECT city_code FROM city)", $"Rows of {table} of a city that is not there")),
    ];

    internal static IEnumerable<string> FindFaults(DbConnection connection) =>
        from reference in All
        let orphans = StoreAccess.Ask(connection, reference.Orphans)
        where orphans.Count > 0
        select $"{reference.Words}: {StoreCheck.Some(orphans)}";
}
