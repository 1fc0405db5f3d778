using System.Collections.Immutable;
using System.Text.Json;
using Gis.Core.Network;
using Gis.Data.Store.History;
using Gis.Web.Finder.Hours;
using Gis.Web.Layout;

namespace Gis.Web.History;

/// <summary>A field of a record before and after a change; null where it was not there.</summary>
public sealed record FieldChange(string Label, string? Before, string? After);

/// <summary>The fields in which two states of a record differ, in words.</summary>
public static class RecordFields
{
    /// <summary>What differs between two states of a record; all of it where one side is missing.</summary>
    public static ImmutableArray<FieldChange> List(Language language, RecordChange change, AreaCode city)
    {
        return List(language, TextOf(change.Before), TextOf(change.After));

        string? TextOf(NetworkRecord? record) => record is null ? null : NetworkHistory.TextOf(record, city);
    }

    /// <summary>What differs; all of it where one side is missing.</summary>
    public static ImmutableArray<FieldChange> List(Language language, string? before, string? after)
    {
        var (was, is_) = (Read(before), Read(after));
        return
        [
            .. was.Keys.Union(is_.Keys).Where(field => field != "city_code")
                .Select(field => new FieldChange(Label(language, field), Say(language, field, was), Say(language, field, is_)))
                .Where(change => change.Before != change.After),
        ];
    }

    private static Dictionary<string, string?> Read(string? line)
    {
        if (line is null)
            return [];
        using var json = JsonDocument.Parse(line);
        return json.RootElement.EnumerateObject().ToDictionary(field => field.Name, field => field.Value.ValueKind == JsonValueKind.Null ? null : field.Value.ToString());
    }

    private static string? Say(Language language, string field, Dictionary<string, string?> fields) => fields.GetValueOrDefault(field) is not { } value ? null : field switch
    {
        "stage" when WrittenName.TryRead<Stage>(value, out var stage) => language.Of(stage),
        "tier" when WrittenName.TryRead<Tier>(value, out var tier) => language.Of(tier),
        "placement" when WrittenName.TryRead<Placement>(value, out var placement) => language.Of(placement),
        "stage_basis" or "residents_basis" or "census_basis" or "basis" or "hours_basis" or "details_basis" => WrittenName.TryRead<Basis>(value, out var basis) ? language.Of(basis) : value,
        "ways_in" => string.Join(language["、", ", "], value.Split('、').Select(way => WrittenName.TryRead<WayIn>(way, out var known) ? language.Of(known) : way)),
        "geom" => value.Replace("POINT (", "", StringComparison.Ordinal).TrimEnd(')'),
        _ => value,
    };

    private static string Label(Language language, string field) => field switch
    {
        "id" or "code" => language["编号", "Identifier"],
        "name" => language["名称", "Name"],
        "tier" => language["层级", "Tier"],
        "area_code" => language["服务范围编码", "Area served"],
        "bank" => language["河岸", "Bank"],
        "stage" => language["阶段", "Stage"],
        "stage_basis" or "residents_basis" or "census_basis" or "basis" => language["性质", "Kind"],
        "hours" => language["开放时间", "Opening hours"],
        "hours_basis" => language["开放时间性质", "Kind of the hours"],
        "hours_source" => language["开放时间来源", "Hours known from"],
        "address" => language["地址", "Address"],
        "phone" => language["电话", "Telephone"],
        "ways_in" => language["无障碍", "Ways in"],
        "languages" => language["语言", "Languages"],
        "checked_on" => language["核对日期", "Last checked"],
        "details_basis" => language["地址等的性质", "Kind of address and so on"],
        "details_source" => language["地址等的来源", "Address and so on known from"],
        "point_id" => language["服务点编号", "Point"],
        "from_day" => language["从", "From"],
        "to_day" => language["到", "To"],
        "reason" => language["原因", "Reason"],
        "stage_source" => language["阶段来源", "Stage known from"],
        "geom" => language["经度 纬度", "Longitude, latitude"],
        "placement" => language["位置怎么得来", "How the position is known"],
        "accuracy_m" => language["误差(米)", "May be off by (m)"],
        "position_source" => language["位置来源", "Position known from"],
        "residents" => language["居民", "Residents"],
        "lawyers" => language["律师人数", "Lawyers"],
        "county_code" => language["县(市)区编码", "County"],
        "township_code" => language["乡镇(街道)编码", "Township"],
        "count" => language["人数", "People"],
        "hours_a_month" => language["每月小时", "Hours a month"],
        "source" or "residents_source" or "census_source" => language["来源", "Source"],
        _ => field,
    };
}
