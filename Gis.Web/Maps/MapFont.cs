using System.Text;
using SkiaSharp;

namespace Gis.Web.Maps;

/// <summary>The typeface of drawn maps. One that lacks Chinese would draw empty boxes, so none is taken silently.</summary>
public sealed class MapFont
{
    private const string Sample = "银川";

    // Face 2 of the collection has the forms of mainland China.
    private static readonly (string Path, int Face)[] SystemFonts =
    [
        ("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", 2),
        ("/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc", 2),
    ];

    public MapFont(ILogger<MapFont> log)
    {
        var own = Path.Combine(AppContext.BaseDirectory, "fonts", "NotoSansSC-Regular.ttf");
        if (Load(own, 0) is { } shipped)
        {
            Typeface = shipped;
            return;
        }

        Typeface = SystemFonts.Select(font => Load(font.Path, font.Face)).OfType<SKTypeface>().FirstOrDefault()
            ?? SKFontManager.Default.MatchCharacter(Sample[0])
            ?? throw new FileNotFoundException("No font with Chinese characters: build the client, or install fonts-noto-cjk.", own);
        log.LogWarning("The font {Path} is missing; maps are drawn with {Family} of the system", own, Typeface.FamilyName);
    }

    private MapFont(SKTypeface typeface, bool isForPaper) => (Typeface, IsForPaper) = (typeface, isForPaper);

    public SKTypeface Typeface { get; }

    /// <summary>On paper letters stand where their shapes ask for it, not where pixels do.</summary>
    internal bool IsForPaper { get; }

    /// <summary>The same typeface set as on paper, to find out how much room words take there.</summary>
    internal MapFont ForPaper() => new(Typeface, isForPaper: true);

    /// <summary>The same typeface with those letters only, to be put into a document.</summary>
    internal MapFont ForPaper(IEnumerable<Rune> letters) => new(FontSubset.Of(Typeface, letters) ?? Typeface, isForPaper: true);

    private static SKTypeface? Load(string path, int face)
    {
        if (!File.Exists(path) || SKTypeface.FromFile(path, face) is not { } typeface)
            return null;
        using var font = typeface.ToFont();
        return font.ContainsGlyphs(Sample) ? typeface : null;
    }
}
