using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Gis.Core.Pairing.Matching;
using Gis.Core.Pairing.Rounds;
using Gis.Core.Units;

namespace Gis.Data.Store.Pairing;

/// <summary>A proposal, and a list of wishes, as the JSON they are kept as.</summary>
internal static class ProposalText
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    internal static string Write(RoundProposal proposal) => JsonSerializer.Serialize(
        new KeptProposal(
            [.. proposal.Pairs.Select(pair => new KeptPair(pair.Village, pair.Firm, pair.Way?.Value, pair.VillageRank, pair.FirmRank, pair.Source))],
            [.. proposal.Unserved.Select(none => new KeptUnserved(none.Village, none.Among, none.Room, none.Reach?.Value, none.More))],
            [.. proposal.Blocking],
            proposal.Travel.Value,
            proposal.IsProven,
            proposal.Receipt),
        Options);

    internal static RoundProposal Read(string text)
    {
        try
        {
            var kept = JsonSerializer.Deserialize<KeptProposal>(text, Options) ?? throw new JsonException("nothing is there");
            return new RoundProposal(
                [.. kept.Pairs.Select(pair => new ProposedPair(pair.Village, pair.Firm, pair.Way is { } way ? new Minutes(way) : null, pair.VillageRank, pair.FirmRank, pair.Source))],
                [.. kept.Unserved.Select(none => new UnservedVillage(none.Village, none.Among, none.Room, none.Reach is { } reach ? new Minutes(reach) : null, none.More))],
                [.. kept.Blocking],
                new Minutes(kept.Travel),
                kept.IsProven,
                kept.Receipt);
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException)
        {
            throw new StoreException($"A proposal cannot be read: {fault.Message}", fault);
        }
    }

    internal static string Write(WishList wishes) =>
        JsonSerializer.Serialize(new KeptWishes([.. wishes.Ranks.Select(rank => rank.ToArray())], [.. wishes.Refused], wishes.Others), Options);

    internal static WishList ReadWishes(string text)
    {
        try
        {
            var kept = JsonSerializer.Deserialize<KeptWishes>(text, Options) ?? throw new JsonException("nothing is there");
            return new WishList([.. kept.Ranks.Select(rank => rank.ToImmutableArray())], [.. kept.Refused], kept.Others);
        }
        catch (JsonException fault)
        {
            throw new StoreException($"Wishes cannot be read: {fault.Message}", fault);
        }
    }

    private sealed record KeptProposal(KeptPair[] Pairs, KeptUnserved[] Unserved, BlockingPair[] Blocking, double Travel, bool IsProven, string Receipt);

    private sealed record KeptPair(string Village, string Firm, double? Way, int? VillageRank, int? FirmRank, PairSource Source);

    private sealed record KeptUnserved(string Village, int Among, int Room, double? Reach, string? More);

    private sealed record KeptWishes(string[][] Ranks, string[] Refused, OthersAre Others);
}
