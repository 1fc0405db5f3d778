using System.Collections.Immutable;
using System.Text.Json;
using Gis.Core.Places;
using Gis.Core.Travel.Roads;
using Gis.Core.Units;

namespace Gis.Data.Roads;

/// <summary>Imported roads in a file of their own, read in a fraction of the time of an import.</summary>
internal static class RoadsFile
{
    private const string Kind = "gis roads 1";

    internal static void Write(string path, ImportedRoads roads) => CheckedFile.Write(path, Kind, writer =>
    {
        writer.Write(JsonSerializer.Serialize(roads.Source));
        writer.Write(JsonSerializer.Serialize(roads.Report));
        WriteVertices(writer, roads.Network);
        WriteRoads(writer, roads.Network);
        writer.Write(roads.Network.Bans.Length);
        foreach (var ban in roads.Network.Bans)
        {
            writer.Write(ban.FromRoad);
            writer.Write(ban.Via);
            writer.Write(ban.ToRoad);
        }
    });

    internal static ImportedRoads Read(string path) => CheckedFile.Read(path, Kind, reader =>
    {
        var source = JsonSerializer.Deserialize<RoadsSource>(reader.ReadString())!;
        var report = JsonSerializer.Deserialize<RoadsReport>(reader.ReadString())!;
        var network = new RoadNetwork.Builder();
        for (var left = reader.ReadInt32(); left > 0; left--)
            network.AddVertex(ReadPosition(reader));
        ReadRoads(reader, network);
        for (var left = reader.ReadInt32(); left > 0; left--)
            network.Ban(new TurnBan(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32()));
        return new ImportedRoads(network.Build(source.Version), source, report);
    });

    private static void WriteVertices(BinaryWriter writer, RoadNetwork network)
    {
        writer.Write(network.VertexCount);
        for (var vertex = 0; vertex < network.VertexCount; vertex++)
            Write(writer, network.VertexAt(vertex));
    }

    // What roads have in common is written once, at its first road.
    private static void WriteRoads(BinaryWriter writer, RoadNetwork network)
    {
        var kinds = new Dictionary<Road, int>();
        writer.Write(network.RoadCount);
        for (var index = 0; index < network.RoadCount; index++)
        {
            var road = network.RoadAt(index);
            writer.Write(road.From);
            writer.Write(road.To);
            writer.Write(road.Shape.Length);
            foreach (var at in road.Shape)
                Write(writer, at);
            var isNew = kinds.TryAdd(KindOf(road), kinds.Count);
            writer.Write(kinds[KindOf(road)]);
            if (isNew)
                WriteKind(writer, road);
        }
    }

    private static Road KindOf(Road road) => road with { From = 0, To = 0, Shape = default };

    private static void ReadRoads(BinaryReader reader, RoadNetwork.Builder network)
    {
        var kinds = new List<Road>();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var (from, to) = (reader.ReadInt32(), reader.ReadInt32());
            var shape = ImmutableArray.CreateBuilder<LonLat>(reader.ReadInt32());
            while (shape.Count < shape.Capacity)
                shape.Add(ReadPosition(reader));
            var kind = reader.ReadInt32();
            if (kind == kinds.Count)
                kinds.Add(ReadKind(reader));
            network.AddRoad(kinds[kind] with { From = from, To = to, Shape = shape.MoveToImmutable() });
        }
    }

    private static void WriteKind(BinaryWriter writer, Road road)
    {
        foreach (var use in new[] { road.Walk, road.EBike, road.Car })
        {
            // No speed is zero, so zero stands for closed.
            writer.Write(use.Forward?.KilometresPerHour ?? 0);
            writer.Write(use.Backward?.KilometresPerHour ?? 0);
        }

        writer.Write(road.Bridge is not null);
        writer.Write(road.Bridge ?? "");
        writer.Write(road.PassOnly);
    }

    private static Road ReadKind(BinaryReader reader)
    {
        var (walk, eBike, car) = (ReadUse(reader), ReadUse(reader), ReadUse(reader));
        var (hasBridge, bridge) = (reader.ReadBoolean(), reader.ReadString());
        return new Road(0, 0, default, walk, eBike, car, hasBridge ? bridge : null, reader.ReadBoolean());
    }

    private static RoadUse ReadUse(BinaryReader reader) => new(ReadSpeed(reader), ReadSpeed(reader));

    private static Speed? ReadSpeed(BinaryReader reader) => reader.ReadDouble() is > 0 and var speed ? new Speed(speed) : null;

    private static void Write(BinaryWriter writer, LonLat at)
    {
        writer.Write(at.Longitude);
        writer.Write(at.Latitude);
    }

    private static LonLat ReadPosition(BinaryReader reader) => LonLat.Of(reader.ReadDouble(), reader.ReadDouble());
}
