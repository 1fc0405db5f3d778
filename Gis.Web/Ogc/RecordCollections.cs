using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Web.Maps;
using NetTopologySuite.Geometries;
using Position = Gis.Core.Network.Position;

namespace Gis.Web.Ogc;

/// <summary>The collections of the network's own records. They say no more than the public pages do.</summary>
internal static class RecordCollections
{
    private const string PointFormat = "geometry-point";

    internal static OgcFeatureType Points { get; } = new(
        "points",
        new("服务点", "Service points"),
        new("中心、工作站和工作室,建成和未建成的都有,带接待信息。没有位置的也在内。", "Centres, stations and rooms, built or not, with what one must know before going there. Those without a position are included."),
        PointFormat,
        [
            OgcFields.Name, OgcFields.Written<Tier>("tier", "层级", "Tier"), OgcFields.Text("area_code", "服务的单位代码", "Code of the unit it serves") with { IsDetail = true },
            OgcFields.Text("area", "服务的单位", "The unit it serves"), OgcFields.CountyCode, OgcFields.County, OgcFields.Bank,
            OgcFields.Written<Stage>("stage", "建设阶段", "Stage"), new("open", FieldType.Flag, "是否建成开放", "Whether it is built and serves"),
            .. OgcFields.Sourced("stage", "阶段", "the stage"),
            OgcFields.Text("hours", "开放时间", "Opening hours"), .. OgcFields.Sourced("hours", "开放时间", "the hours"),
            OgcFields.Text("address", "地址", "Address"), OgcFields.Text("phone", "办公电话", "Telephone of the office"),
            OgcFields.Text("ways_in", "无障碍", "Ways in without steps") with { IsDetail = true },
            OgcFields.Text("languages", "普通话以外的语言", "Languages besides Mandarin") with { IsDetail = true },
            new("checked_on", FieldType.Date, "核对日期", "Day of the last check") { IsDetail = true }, .. OgcFields.Sourced("details", "接待信息", "the details"),
            .. OgcFields.Placed,
        ],
        source => source.Network.Points.Select(point => Describe(source.Network, point)))
    {
        Tiles = ("points", "points"),
    };

    internal static OgcFeatureType Villages { get; } = new(
        "villages",
        new("村(居)", "Villages"),
        new("每个村、社区的位置和居民数,不是界线。", "Each village or community with its position and residents; no boundaries."),
        PointFormat,
        [
            OgcFields.Code, OgcFields.Name, OgcFields.Written<VillageKind>("kind", "类别", "Kind"), OgcFields.TownshipCode, OgcFields.Township,
            OgcFields.CountyCode, OgcFields.County, OgcFields.Bank, new("residents", FieldType.Whole, "居民数", "Residents"),
            .. OgcFields.Sourced("residents", "居民数", "the number of residents"), .. OgcFields.Placed,
        ],
        source => source.Network.Villages.Select(village => Describe(source.Network, village)));

    internal static OgcFeatureType Townships { get; } = new(
        "townships",
        new("乡镇(街道)驻地", "Seats of townships"),
        new("每个乡镇、街道的驻地位置,不是界线。", "The seat of each township or street; no boundaries."),
        PointFormat,
        [
            OgcFields.Code, OgcFields.Name, OgcFields.Written<TownshipKind>("kind", "类别", "Kind"), OgcFields.CountyCode, OgcFields.County,
            OgcFields.Bank, .. OgcFields.Placed,
        ],
        source => source.Network.Townships.Select(township => Feature(township.Code.Digits, township.Seat,
        [
            township.Code.Digits, township.Name, township.Kind.Written(), township.Code.County.Digits, source.Network.FindAreaName(township.Code.County),
            OgcFields.OrNull(township.Bank.Name), .. OgcFields.ValuesOf(false, township.Seat),
        ])));

    internal static OgcFeatureType Counties { get; } = new(
        "counties",
        new("县(市)区驻地", "Seats of counties"),
        new("每个县(市)区的驻地位置和普查人口,不是界线。", "The seat of each county with its residents at the census; no boundaries."),
        PointFormat,
        [
            OgcFields.Code, OgcFields.Name, new("census_residents", FieldType.Whole, "普查人口", "Residents at the census"),
            .. OgcFields.Sourced("census", "普查人口", "that number"), .. OgcFields.Placed,
        ],
        source => source.Network.Counties.Select(county => Feature(county.Code.Digits, county.Seat,
        [
            county.Code.Digits, county.Name, OgcFields.ValueOf(county.Census, county.CensusProvenance),
            .. OgcFields.ValuesOf(county.CensusProvenance), .. OgcFields.ValuesOf(county.CensusProvenance.IsIllustrative, county.Seat),
        ])));

    internal static OgcFeatureType Crossings { get; } = new(
        "crossings",
        new("过河桥渡", "River crossings"),
        new("过河的桥和渡口,连接哪两岸。", "Bridges and ferries over the river, and the banks they join."),
        PointFormat,
        [OgcFields.Name, OgcFields.Text("from_bank", "一岸", "One bank"), OgcFields.Text("to_bank", "另一岸", "The other bank"), .. OgcFields.Placed],
        source => source.Network.Crossings.Select(crossing => Feature(crossing.Name, crossing.Position,
            [crossing.Name, OgcFields.OrNull(crossing.From.Name), OgcFields.OrNull(crossing.To.Name), .. OgcFields.ValuesOf(false, crossing.Position)])))
    {
        Tiles = ("river", "crossings"),
    };

    internal static OgcFeatureType River { get; } = new(
        "river",
        new("河流背景线", "River line"),
        new("地图背景用的河流线,误差 1–3 公里,不能用来判断在哪一岸。", "The line of the river as a background of maps, rough to 1–3 km; never a test of which bank something is on."),
        "geometry-linestring",
        [OgcFields.Name, .. OgcFields.Placed],
        source => source.Network.River.Length < 2
            ? []
            : [new OgcFeature("river", LineOf(source.Network.River), ["river", false, Placement.Approximate.Written(), null, "Natural Earth"])])
    {
        Tiles = ("river", "river"),
    };

    internal static OgcFeatureType Firms { get; } = new(
        "firms",
        new("律师事务所", "Law firms"),
        new("律师事务所的名称和所在县(市)区。不给出位置,没有任何个人。", "The law firms by name and county. No position is given, and no person is among them."),
        PointFormat,
        [OgcFields.Name, OgcFields.CountyCode, OgcFields.County, .. OgcFields.Sourced("firm", "律所", "the firm"), .. OgcFields.Placed],
        source => source.Network.Firms.Select(firm => Feature(firm.Id, null,
        [
            firm.Name, firm.County.Digits, source.Network.FindAreaName(firm.County), .. OgcFields.ValuesOf(firm.Provenance),
            .. OgcFields.ValuesOf(firm.Provenance.IsIllustrative, null),
        ])));

    private static OgcFeature Describe(ServiceNetwork network, ServicePoint point)
    {
        var reception = point.Reception;
        var details = reception is { HasDetails: true } ? reception : null;
        return Feature(point.Id.ToString(), point.Position,
        [
            point.Name, point.Tier.Written(), point.Area.Digits, network.FindAreaName(point.Area), point.Area.County.Digits,
            network.FindAreaName(point.Area.County), OgcFields.OrNull(point.Bank.Name), point.Stage.Written(), point.IsOpen,
            .. OgcFields.ValuesOf(point.StageProvenance),
            reception?.Hours?.Weekly.ToString(), .. OgcFields.ValuesOf(reception?.Hours?.Provenance),
            OgcFields.OrNull(details?.Address), OgcFields.OrNull(details?.Phone),
            OgcFields.OrNull(string.Join('、', (details?.WaysIn ?? []).Select(way => way.Written()))), OgcFields.OrNull(string.Join('、', details?.Languages ?? [])),
            details?.Checked, .. OgcFields.ValuesOf(details?.Provenance),
            .. OgcFields.ValuesOf(point.IsIllustrative, point.Position),
        ]);
    }

    private static OgcFeature Describe(ServiceNetwork network, Village village) => Feature(village.Code.Digits, village.Position,
    [
        village.Code.Digits, village.Name, village.Kind.Written(), village.Code.Township.Digits, network.FindAreaName(village.Code.Township),
        village.Code.County.Digits, network.FindAreaName(village.Code.County), OgcFields.OrNull(village.Bank.Name),
        OgcFields.ValueOf(village.Residents, village.ResidentsProvenance), .. OgcFields.ValuesOf(village.ResidentsProvenance),
        .. OgcFields.ValuesOf(village.ResidentsProvenance.IsIllustrative, village.Position),
    ]);

    private static OgcFeature Feature(string id, Position? position, ImmutableArray<object?> values) =>
        new(id, position is null ? null : Ground.Shapes.CreatePoint(Ground.CornerOf(position.At)), values);

    private static LineString LineOf(ImmutableArray<LonLat> river) => Ground.Shapes.CreateLineString([.. river.Select(Ground.CornerOf)]);
}
