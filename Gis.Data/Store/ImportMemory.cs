using System.Collections.Immutable;
using Gis.Core.Network;
using Microsoft.EntityFrameworkCore;

namespace Gis.Data.Store;

/// <summary>What was decided in imports, so that nobody is asked twice: what the columns of a list say, and which unit is meant by a name.</summary>
public sealed class ImportMemory(GisStore store)
{
    /// <summary>What the columns of lists say, by their heads.</summary>
    public const string Columns = "columns";

    /// <summary>Which units are meant, by how they were written.</summary>
    public const string Units = "units";

    /// <summary>All that was decided of a kind.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public Task<ImmutableDictionary<string, string>> ReadAsync(string kind, CancellationToken cancellation = default) => store.ReadAsync(
        "What was decided in imports",
        async context => (await context.ImportMemory.AsNoTracking().Where(row => row.Kind == kind).ToListAsync(cancellation)).ToImmutableDictionary(row => row.Name, row => row.Value));

    /// <summary>Keeps decisions, each in the place of an earlier one of the same name.</summary>
    /// <exception cref="StoreException">They cannot be saved.</exception>
    public Task KeepAsync(string kind, IReadOnlyDictionary<string, string> decisions, AreaCode city, CancellationToken cancellation = default) => store.WriteAsync(
        async context =>
        {
            var kept = await context.ImportMemory.Where(row => row.Kind == kind).ToDictionaryAsync(row => row.Name, cancellation);
            foreach (var (name, value) in decisions)
            {
                if (kept.TryGetValue(name, out var row))
                    row.Value = value;
                else
                    context.Add(new ImportMemoryRow { CityCode = city.Digits, Kind = kind, Name = name, Value = value });
            }

            return await context.SaveChangesAsync(cancellation);
        },
        cancellation);
}

/// <summary>One decision.</summary>
internal sealed class ImportMemoryRow : Row
{
    public required string Kind { get; set; }

    public required string Name { get; set; }

    public required string Value { get; set; }
}
