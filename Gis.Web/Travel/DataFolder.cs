namespace Gis.Web.Travel;

/// <summary>The folder of the setting Data.</summary>
internal static class DataFolder
{
    internal static string Of(IConfiguration settings) => settings["Data"] ?? "./data";
}
