using System.Diagnostics;
using System.Text;

namespace Gis.Web.Tests.Reports;

/// <summary>What Poppler reads in a PDF.</summary>
internal static class PdfText
{
    /// <summary>Its words, laid out as on the page; each page ends with a form feed.</summary>
    internal static Task<string> Read(byte[] pdf) => Run("pdftotext", pdf, "-layout", "-", "-");

    /// <summary>Its words page by page.</summary>
    internal static async Task<string[]> ReadPages(byte[] pdf) => (await Read(pdf)).Split('\f')[..^1];

    /// <summary>Its words without the spaces and ends of lines that laying out put between them.</summary>
    internal static async Task<string> ReadDense(byte[] pdf) => Dense(await Run("pdftotext", pdf, "-raw", "-", "-"));

    internal static string Dense(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    internal static Task<string> Outline(byte[] pdf) => Run("pdftohtml", pdf, "-xml", "-i", "-stdout", "-");

    internal static Task<string> Describe(byte[] pdf) => Run("pdfinfo", pdf, "-");

    private static async Task<string> Run(string program, byte[] pdf, params string[] arguments)
    {
        // Not all of these programs read what is piped to them.
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, pdf);
            var start = new ProcessStartInfo(program, arguments.Select((each, i) => each == "-" && i == Array.IndexOf(arguments, "-") ? file : each))
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
            };
            using var reading = Process.Start(start)!;
            var (said, faults) = (reading.StandardOutput.ReadToEndAsync(), reading.StandardError.ReadToEndAsync());
            await reading.WaitForExitAsync();
            Assert.Equal((0, ""), (reading.ExitCode, await faults));
            return await said;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
