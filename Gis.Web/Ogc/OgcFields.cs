using System.Collections.Immutable;
using Gis.Core.Network;

namespace Gis.Web.Ogc;

/// <summary>The fields that several collections have, with their values.</summary>
internal static class OgcFields
{
    internal static readonly OgcField Name = Text("name", "名称", "Name");
    internal static readonly OgcField Code = Text("code", "统计用区划代码", "Division code");
    internal static readonly OgcField TownshipCode = Text("township_code", "乡镇(街道)代码", "Code of the township") with { IsDetail = true };
    internal static readonly OgcField Township = Text("township", "乡镇(街道)", "Township");
    internal static readonly OgcField CountyCode = Text("county_code", "县(市)区代码", "Code of the county") with { IsDetail = true };
    internal static readonly OgcField County = Text("county", "县(市)区", "County");
    internal static readonly OgcField Bank = Text("bank", "河的哪一岸", "Bank of the river") with { IsDetail = true };
    internal static readonly OgcField Illustrative = new("illustrative", FieldType.Flag, "是否示意数据,示意的不可引用", "Whether it is illustrative and not to be quoted");

    /// <summary>How each position was come by; the last fields of every collection.</summary>
    internal static readonly ImmutableArray<OgcField> Placed =
    [
        Illustrative,
        Written<Placement>("placement", "位置来源", "How the position is known"),
        new("accuracy_m", FieldType.Number, "位置误差(米)", "Accuracy of the position in metres") { IsDetail = true },
        Text("position_source", "位置出处", "Source of the position") with { IsDetail = true },
    ];

    internal static OgcField Text(string name, string chinese, string english) => new(name, FieldType.Text, chinese, english);

    internal static OgcField Written<T>(string name, string chinese, string english)
        where T : struct, Enum => Text(name, chinese, english) with { Values = [.. WrittenName.List<T>()] };

    internal static ImmutableArray<OgcField> Sourced(string of, string chinese, string english) =>
    [
        Written<Basis>(of + "_basis", chinese + "的性质", $"Whether {english} is a fact") with { IsDetail = true },
        Text(of + "_source", chinese + "的来源", $"Source of {english}") with { IsDetail = true },
    ];

    internal static object?[] ValuesOf(Provenance? provenance) => [provenance?.Basis.Written(), provenance?.Source];

    internal static object?[] ValuesOf(bool isIllustrative, Position? position) =>
        [isIllustrative || position?.Placement == Placement.Illustrative, position?.Placement.Written(), position?.Accuracy.Value, position?.Source];

    internal static object? ValueOf(Core.Units.Residents residents, Provenance provenance) => provenance.IsKnown ? residents.Count : null;

    internal static object? OrNull(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
