using System.Globalization;
using System.Text;

namespace Gis.Data.Import;

/// <summary>Days as lists have them.</summary>
internal static class WrittenDay
{
    private static readonly string[] Forms = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];

    /// <summary>Reads "2026-03-04", "2026/3/4", "2026.3.4", "2026年3月4日" or "20260304"; null for any other text.</summary>
    internal static DateOnly? Read(string text) =>
        DateOnly.TryParseExact(text.Trim().Normalize(NormalizationForm.FormKC), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
