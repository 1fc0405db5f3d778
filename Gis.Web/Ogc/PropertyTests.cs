using System.Globalization;
using Gis.Web.Ogc.Filtering;

namespace Gis.Web.Ogc;

/// <summary>The parameters that are properties of the features, as tier=station: those that have just that value are found.</summary>
internal static class PropertyTests
{
    /// <exception cref="OgcFault">A value is not of the property's type.</exception>
    internal static IEnumerable<Func<OgcFeature, bool>> List(OgcFeatureType collection, OgcParameters parameters)
    {
        for (var i = 0; i < collection.Fields.Length; i++)
        {
            var (index, field) = (i, collection.Fields[i]);
            if (parameters[field.Name] is not { } text)
                continue;
            var value = Read(field, text);
            yield return feature => value.Equals(feature.Values[index]);
        }
    }

    private static object Read(OgcField field, string text) => field.Type switch
    {
        FieldType.Whole => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole
            : throw Fault(field, "应为整数", "It should be a whole number"),
        FieldType.Number => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number
            : throw Fault(field, "应为数", "It should be a number"),
        // GDAL writes a truth as 1 or 0.
        FieldType.Flag => text is "true" or "false" or "1" or "0" ? text is "true" or "1" : throw Fault(field, "应为 true 或 false", "It should be true or false"),
        FieldType.Date => Instants.TryReadDate(text, out var day) ? day : throw Fault(field, "应为日期,如 2026-05-01", "It should be a date like 2026-05-01"),
        _ => text,
    };

    private static OgcFault Fault(OgcField field, string chinese, string english) => OgcFault.OfParameter(field.Name, chinese, english);
}
