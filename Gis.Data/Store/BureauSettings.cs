using System.Text.Json;
using Gis.Data.Store.Accounts;
using Gis.Data.Store.History;
using Gis.Data.Store.Progress;
using Microsoft.EntityFrameworkCore;

namespace Gis.Data.Store;

/// <summary>What a bureau sets for the whole city; each setting is kept as a whole under its name, and every change of it is in the log.</summary>
public sealed class BureauSettings(GisStore store)
{
    private const string Kind = "setting";

    /// <summary>A setting; null while nobody has set it.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public Task<T?> ReadAsync<T>(string name, CancellationToken cancellation = default)
        where T : class => store.ReadAsync(
        $"The setting {name}",
        async context =>
        {
            var row = await context.Settings.AsNoTracking().SingleOrDefaultAsync(row => row.Name == name, cancellation);
            return row is null ? null : Read<T>(name, row.Value);
        });

    /// <summary>Sets it.</summary>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task KeepAsync<T>(string name, T value, AccountOrder order, CancellationToken cancellation = default)
        where T : class => store.WriteAsync(
        async context =>
        {
            var row = await context.Settings.SingleOrDefaultAsync(row => row.Name == name, cancellation);
            var (before, after) = (row?.Value, JsonSerializer.Serialize(value));
            if (before == after)
                return false;
            if (row is null)
                context.Add(new SettingRow { CityCode = order.City, Name = name, Value = after });
            else
                row.Value = after;
            await context.SaveChangesAsync(cancellation);
            await order.WriteAsync(context, "setting.change", $"{Kind}:{name}", new RecordText(Kind, name, before, after), cancellation);
            return true;
        },
        cancellation);

    /// <summary>The setting before it was changed last; null where it was not set then, or never changed.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public Task<T?> ReadBeforeAsync<T>(string name, CancellationToken cancellation = default)
        where T : class => store.ReadAsync(
        $"The setting {name}",
        async context => await context.LogRecords.AsNoTracking().Where(row => row.Kind == Kind && row.RecordKey == name).OrderByDescending(row => row.LogSequence).FirstOrDefaultAsync(cancellation) is { Before: { } before }
            ? Read<T>(name, before)
            : null);

    private static T? Read<T>(string name, string value)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(value);
        }
        catch (JsonException fault)
        {
            throw new StoreException($"The setting {name} cannot be read: {fault.Message}", fault);
        }
    }
}
