using System.Net.Mime;
using System.Text;
using Gis.Web.Layout;

namespace Gis.Web.Progress;

/// <summary>Reads files that are to show something. What one is, its content says, not its name; whatever else is refused in words.</summary>
public sealed class EvidenceReader : IDisposable
{
    private const int LongestName = 120;
    private const int EndWithin = 1024;

    // What makes a paper do something when it is opened, or carry another file.
    private static readonly string[] Active = ["/JavaScript", "/JS ", "/JS(", "/Launch", "/EmbeddedFile", "/RichMedia", "/Encrypt"];

    // One picture at a time: unpacked it takes some hundred megabytes.
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>The file as it is kept; null where it is refused, and then the faults say why.</summary>
    internal async Task<(string Name, string MediaType, byte[] Content)?> Read(IFormFile file, Language language, FormFaults faults, CancellationToken cancel)
    {
        var name = Path.GetFileName(file.FileName.Replace('\\', '/'));
        name = name.Length > LongestName ? name[^LongestName..] : name;
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy, cancel);
        var content = copy.ToArray();
        if (content.AsSpan().StartsWith("%PDF-"u8))
        {
            if (WhyNotPaper(content, language) is not { } wrong)
                return (name, MediaTypeNames.Application.Pdf, content);
            faults.Add("file", name, wrong);
            return null;
        }

        await turn.WaitAsync(cancel);
        try
        {
            if (Photo.Shrink(content, out var fault) is { } picture)
                return (Path.ChangeExtension(name, ".jpg"), MediaTypeNames.Image.Jpeg, picture);
            faults.Add("file", name, fault == PhotoFault.TooLarge
                ? language[$"照片太大,应不超过 {Photo.MostPixels / 1_000_000} 百万像素", $"the picture is too large: at most {Photo.MostPixels / 1_000_000} million pixels"]
                : language["应为 JPEG、PNG、WebP 照片或 PDF;苹果手机的 HEIC 请先转成 JPEG", "should be a JPEG, PNG or WebP picture or a PDF; save a HEIC of an iPhone as JPEG first"]);
            return null;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private static string? WhyNotPaper(byte[] content, Language language)
    {
        if (content.AsSpan(Math.Max(0, content.Length - EndWithin)).IndexOf("%%EOF"u8) < 0)
            return language["PDF 不完整,请重新导出", "the PDF is not whole; export it again"];
        return Array.Exists(Active, word => content.AsSpan().IndexOf(Encoding.ASCII.GetBytes(word)) >= 0)
            ? language["PDF 加密了,或带有脚本、附件;请另存为普通 PDF", "the PDF is encrypted or carries scripts or files; save it as a plain PDF"]
            : null;
    }
}
