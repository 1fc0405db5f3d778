using SkiaSharp;

namespace Gis.Web.Maps;

/// <summary>
/// How a sheet is shared out: the panel of words at the left of a wide sheet or the foot of a tall one, the map in the rest.
/// </summary>
internal sealed class SheetPlan
{
    private const float PanelPixels = 300;
    private const float MarginPixels = 16;
    private const float FootPixels = 46;

    // Smaller, the names could not be read; the panel still fits the smallest sheet.
    private const float LeastLegible = 0.75f;

    internal SheetPlan(SheetSize size)
    {
        IsWide = size.Width >= size.Height;
        var fitting = IsWide ? Math.Min(size.Width / 1200f, size.Height / 900f) : Math.Min(size.Width / 900f, size.Height / 1200f);
        Scale = Math.Max(fitting, LeastLegible);
        Panel = IsWide
            ? new SKRect(0, 0, PanelPixels * Scale, size.Height)
            : new SKRect(0, size.Height - (PanelPixels * Scale), size.Width, size.Height);
        Map = IsWide ? new SKRect(Panel.Right, 0, size.Width, size.Height) : new SKRect(0, 0, size.Width, Panel.Top);
        var margin = MarginPixels * Scale;
        Ground = new SKRect(Map.Left + margin, Map.Top + margin, Map.Right - margin, Map.Bottom - (FootPixels * Scale));
    }

    internal bool IsWide { get; }

    /// <summary>How much larger than on a sheet of the default size everything is drawn.</summary>
    internal float Scale { get; }

    internal SKRect Panel { get; }

    internal SKRect Map { get; }

    /// <summary>The part of the map that the cells are fitted into; its foot is kept for the scale and the notes.</summary>
    internal SKRect Ground { get; }
}
