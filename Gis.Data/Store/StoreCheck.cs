using System.Data.Common;
using Gis.Core.Network;
using Gis.Core.Units;
using Gis.Data.Store.History;
using Gis.Data.Store.Progress;
using Microsoft.EntityFrameworkCore;

namespace Gis.Data.Store;

/// <summary>Finds what is wrong with a store, from the file upwards to what the numbers say.</summary>
internal sealed class StoreCheck(GisStore store)
{
    internal async Task<IReadOnlyList<string>> FindFaultsAsync(CancellationToken cancellation)
    {
        // A damaged file, or one of another kind, makes every further question meaningless.
        if (store.Access.FindDamage() is { Count: > 0 } damage)
            return damage;
        try
        {
            return [.. store.Access.FindFormFaults(), .. await store.InOneViewAsync(context => FindContentFaultsAsync(context, cancellation), cancellation)];
        }
        catch (DbException fault)
        {
            return [$"The store is damaged: {fault.Message}"];
        }
    }

    // In one view: what is saved meanwhile would be in the one part and not yet in the other.
    private async Task<List<string>> FindContentFaultsAsync(GisDbContext context, CancellationToken cancellation)
    {
        var faults = new List<string>();
        var networks = await LoadNetworksAsync(context, faults, cancellation);
        faults.AddRange(networks.SelectMany(FindNetworkFaults));
        faults.AddRange(StoreReferences.FindFaults(context.Database.GetDbConnection()));
        faults.AddRange(await FindLogFaultsAsync(context, networks, cancellation));
        faults.AddRange(await EvidenceStore.FindFaultsAsync(context, cancellation));
        faults.AddRange(await AcceptanceStore.FindFaultsAsync(context, cancellation));
        return faults;
    }

    private async Task<List<NetworkParts>> LoadNetworksAsync(GisDbContext context, List<string> faults, CancellationToken cancellation)
    {
        var cities = await context.DataVersions.Select(row => row.CityCode).Distinct().OrderBy(code => code).ToListAsync(cancellation);
        if (cities.Count == 0)
            faults.Add($"{store.Name} holds no network");
        var networks = new List<NetworkParts>();
        foreach (var city in cities)
        {
            context.City = city;
            try
            {
                networks.Add((await store.LoadPartsAsync(context, cancellation))!);
            }
            catch (Exception fault) when (StoreFault.IsUnreadable(fault))
            {
                faults.Add($"The rows cannot be read as a network: {fault.Message}");
            }
        }

        context.City = null;
        return networks;
    }

    private static async Task<IReadOnlyList<string>> FindLogFaultsAsync(GisDbContext context, IReadOnlyList<NetworkParts> networks, CancellationToken cancellation)
    {
        try
        {
            return await new LogCheck(context, cancellation).FindFaultsAsync(networks);
        }
        catch (Exception fault) when (StoreFault.IsUnreadable(fault))
        {
            return [$"The log cannot be read: {fault.Message}"];
        }
    }

    private static IEnumerable<string> FindNetworkFaults(NetworkParts parts)
    {
        var actual = NetworkVersion.Of(parts);
        if (actual != parts.Version)
            yield return $"The content has version {actual}, but was saved as {parts.Version}: it was edited outside the program";
        foreach (var fault in FindMisfits(parts))
            yield return fault;
        foreach (var county in parts.Counties)
        {
            var residents = parts.Villages.Where(village => village.Code.County == county.Code).Sum(village => village.Residents);
            if (county.CensusProvenance.IsKnown && residents != county.Census)
                yield return $"The villages of county {county.Code} have {residents} residents, its census {county.Census}";
        }
    }

    private static IReadOnlyList<string> FindMisfits(NetworkParts parts)
    {
        try
        {
            _ = new ServiceNetwork(parts);
            return [];
        }
        catch (NetworkException misfit)
        {
            return misfit.Faults;
        }
    }

    internal static string Some(List<string> rows) => string.Join(", ", rows.Take(20)) + (rows.Count > 20 ? "…" : "");
}
