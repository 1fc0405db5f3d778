using System.Globalization;
using Gis.Web.Layout;
using NetTopologySuite.Geometries;

namespace Gis.Web.Ogc;

/// <summary>The values of features for people.</summary>
internal static class FeatureWords
{
    internal static string Of(object? value, Language language) => value switch
    {
        null => "–",
        bool flag => flag ? language["是", "yes"] : language["否", "no"],
        long whole => Wording.Number(whole),
        DateOnly day => Wording.Day(day),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    internal static string Of(Geometry? shape, Language language) => shape switch
    {
        null => language["没有位置", "not located"],
        Point point => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.#####}, {point.Y:0.#####}"),
        LineString line => language[$"线,{line.NumPoints} 个点", $"a line of {line.NumPoints} positions"],
        _ => language[$"面,{shape.NumPoints} 个点", $"an area of {shape.NumPoints} positions"],
    };

    internal static string Of(FieldType type, Language language) => type switch
    {
        FieldType.Whole => language["整数", "whole number"],
        FieldType.Number => language["数", "number"],
        FieldType.Flag => language["是或否", "yes or no"],
        FieldType.Date => language["日期", "date"],
        _ => language["文本", "text"],
    };
}
