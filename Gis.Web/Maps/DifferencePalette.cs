using Gis.Core.Coverage;

namespace Gis.Web.Maps;

/// <summary>
/// The colours of a change: blue for the better, orange for the worse, darker where the limit is crossed. The page has them
/// in client/src/style/tokens.css, which a test holds to these.
/// </summary>
public static class DifferencePalette
{
    public static string ColourOf(ReachChange change) => change switch
    {
        ReachChange.Gained => "#0B57A8",
        ReachChange.Sooner => "#9CC4E8",
        ReachChange.Unchanged => "#E3E3DF",
        ReachChange.Later => "#F7C896",
        _ => "#B85C00",
    };
}
