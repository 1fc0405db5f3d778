using System.Collections.Immutable;
using Gis.Core.Network;
using Microsoft.EntityFrameworkCore;

namespace Gis.Data.Store;

/// <summary>Reads the network out of the tables of its records.</summary>
internal static class NetworkTables
{
    /// <summary>The records of the city of a context, under the version they make.</summary>
    internal static async Task<NetworkParts> ReadAsync(GisDbContext context, string version, CancellationToken cancellation) => new()
    {
        Version = version,
        City = NetworkRows.Read(await context.Cities.AsNoTracking().SingleAsync(cancellation)),
        Counties = await ReadAsync(context.Counties, NetworkRows.Read, cancellation),
        Townships = await ReadAsync(context.Townships, NetworkRows.Read, cancellation),
        Villages = await ReadAsync(context.Villages, NetworkRows.Read, cancellation),
        Points = await ReadAsync(context.Points, NetworkRows.Read, cancellation),
        Firms = await ReadAsync(context.Firms, NetworkRows.Read, cancellation),
        Staff = await ReadAsync(context.Staff, NetworkRows.Read, cancellation),
        SpecialHours = await ReadAsync(context.SpecialHours, NetworkRows.Read, cancellation),
        Crossings = await ReadAsync(context.Crossings, NetworkRows.Read, cancellation),
        River = await context.Rivers.AsNoTracking().SingleOrDefaultAsync(cancellation) is { } river ? NetworkRows.Read(river) : [],
    };

    private static async Task<ImmutableArray<TRecord>> ReadAsync<TRow, TRecord>(DbSet<TRow> rows, Func<TRow, TRecord> read, CancellationToken cancellation)
        where TRow : Row => [.. (await rows.AsNoTracking().OrderBy(row => row.Fid).ToListAsync(cancellation)).Select(read)];
}
