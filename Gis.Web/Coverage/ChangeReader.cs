using System.Collections.Immutable;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Units;
using Gis.Web.Layout;

namespace Gis.Web.Coverage;

/// <summary>Reads the points that a question moves and adds: "room-1@106.23_38.48" and "room@106.23_38.48".</summary>
internal sealed class ChangeReader(ServiceNetwork network, Language language, FormFaults faults)
{
    // Wider than any prefecture-level city that has its seat in the middle; a place beyond is a slip of the pen.
    private static readonly Metres Farthest = Metres.FromKilometres(100);

    internal ImmutableSortedDictionary<PointId, LonLat> Moves(ImmutableArray<string> texts)
    {
        var read = ImmutableSortedDictionary.CreateBuilder<PointId, LonLat>();
        if (!AreFew("move", texts))
            return read.ToImmutable();
        foreach (var text in texts)
        {
            var (name, place) = Parts(text);
            if (!PointId.TryParse(name, out var id) || network.FindPoint(id) is null)
                faults.AddUnknownPoint("move", text, language);
            else if (read.ContainsKey(id))
                faults.Add("move", text, language["同一个服务点只能移动一次", "a point can be moved only once"]);
            else if (ReadPlace("move", text, place) is { } at)
                read.Add(id, at);
        }

        return read.ToImmutable();
    }

    internal ImmutableArray<Addition> Additions(ImmutableArray<string> texts)
    {
        var read = ImmutableArray.CreateBuilder<Addition>();
        if (!AreFew("add", texts))
            return read.ToImmutable();
        foreach (var text in texts)
        {
            var (name, place) = Parts(text);
            var id = Addition.IdOf(read.Count + 1);
            if (!WrittenName.TryRead<Tier>(name, out var tier))
                faults.Add("add", text, language["@ 前应为其中之一:", "before the @ one of "] + string.Join(", ", WrittenName.List<Tier>()));
            else if (network.FindPoint(id) is not null)
                faults.Add("add", text, language[$"网络中已有编号 {id},不能再新增", $"the network has a point {id} of its own, so none can be added"]);
            else if (ReadPlace("add", text, place) is { } at)
                read.Add(new Addition(tier, at));
        }

        return read.ToImmutable();
    }

    private bool AreFew(string field, ImmutableArray<string> texts)
    {
        if (texts.Length <= CoverageQuestion.MostChanges)
            return true;
        faults.Add(
            field,
            $"{texts.Length}",
            language[$"最多 {CoverageQuestion.MostChanges} 个", $"at most {CoverageQuestion.MostChanges} of them"]);
        return false;
    }

    private LonLat? ReadPlace(string field, string text, string place)
    {
        if (!WrittenPosition.TryRead(place, out var at))
        {
            faults.Add(field, text, language["@ 后应为经度_纬度,如 106.2309_38.4872", "after the @ longitude_latitude, as 106.2309_38.4872"]);
            return null;
        }

        if (network.Villages.Any(village => village.Position is { } home && Geodesic.Distance(home.At, at) <= Farthest))
            return at;
        faults.Add(field, text, language[
            $"离每个村都超过 {Farthest.Kilometres} 公里;经度在前,纬度在后",
            $"more than {Farthest.Kilometres} km from every village; longitude comes first, then latitude"]);
        return null;
    }

    private static (string Name, string Place) Parts(string text) =>
        text.Split('@') is [var name, var place] ? (name, place) : (text, "");
}
