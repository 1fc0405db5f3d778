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
            try
            {
                return row is null ? null : JsonSerializer.Deserialize<T>(row.Value);
            }
            catch (JsonException fault)
            {
                throw new StoreException($"The setting {name} cannot be read: {fault.Message}", fault);
            }
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
}
