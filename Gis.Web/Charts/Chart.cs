using System.Collections.Immutable;
using System.Xml.Linq;
using Microsoft.AspNetCore.Html;

namespace Gis.Web.Charts;

/// <summary>A chart as a page shows it: one picture or several on one scale, what they show in words, and the same numbers as a table.</summary>
/// <param name="Id">The id of the chart on its page.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Meaning">A sentence on how to read it.</param>
/// <param name="Pictures">The pictures, each with its own words for those who do not see it.</param>
/// <param name="Table">The same numbers.</param>
public sealed record Chart(string Id, string Title, string Meaning, ImmutableArray<ChartPicture> Pictures, ChartTable Table);

/// <param name="Name">Its name beside the others; empty where it is the only one.</param>
/// <param name="Plot">What is drawn.</param>
/// <param name="Words">What it shows, for those who do not see it.</param>
public sealed record ChartPicture(string Name, Plot Plot, string Words)
{
    /// <summary>The drawing as it stands in a page, an <c>svg</c> element.</summary>
    public XElement Drawing => PlotSvg.Write(Plot, Words);
}

/// <param name="Heads">The heads; the first column names the row, the others are numbers.</param>
/// <param name="Rows">The cells.</param>
/// <param name="NamesPlaces">Whether the rows are named by places, whose names stay Chinese on an English page.</param>
public sealed record ChartTable(ImmutableArray<string> Heads, ImmutableArray<ImmutableArray<string>> Rows, bool NamesPlaces = false);

public static class ChartMarkup
{
    /// <summary>A drawing as it stands in a page; what is in it was escaped when it was drawn.</summary>
    public static IHtmlContent AsHtml(this XElement drawing) => new HtmlString(drawing.ToString(SaveOptions.DisableFormatting));
}
