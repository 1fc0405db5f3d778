using Gis.Data.Store.Postgis;
using Microsoft.EntityFrameworkCore;

namespace Gis.Data.Store;

/// <summary>The keys that all instances of the program on one database share. A store in a file has none: a copy of it must not hold them.</summary>
public sealed class SharedKeys
{
    private readonly PostgisAccess access;

    private SharedKeys(PostgisAccess access) => this.access = access;

    /// <summary>The keys of a store that is a database; null for one in a file.</summary>
    public static SharedKeys? Of(GisStore store) => store.Access is PostgisAccess access ? new SharedKeys(access) : null;

    /// <summary>All keys, as XML.</summary>
    public IReadOnlyList<string> List()
    {
        using var context = access.NewPostgisContext();
        return [.. context.ProtectionKeys.AsNoTracking().OrderBy(row => row.Name).Select(row => row.Xml)];
    }

    /// <summary>Adds a key.</summary>
    public void Add(string name, string xml)
    {
        using var context = access.NewPostgisContext();
        context.Add(new ProtectionKeyRow { Name = name, Xml = xml });
        context.SaveChanges();
    }
}
