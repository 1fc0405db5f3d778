using System.Globalization;
using System.Text;
using Gis.Web.Commands;

namespace Gis.Web.Tests.Commands;

/// <summary>Verbs in the tests' process, each with a console of its own: what one writes is heard by whoever called it, and by no other test.</summary>
internal static class OwnConsole
{
    private static readonly AsyncLocal<StringWriter?> Output = new();
    private static readonly AsyncLocal<StringWriter?> Errors = new();

    static OwnConsole()
    {
        Console.SetOut(new Switch(Console.Out, Output));
        Console.SetError(new Switch(Console.Error, Errors));
    }

    internal static async Task<(int Exit, string Output, string Errors)> Run(string[] args)
    {
        (Output.Value, Errors.Value) = (new StringWriter(), new StringWriter());
        // As the program sets it for itself.
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var exit = await Verbs.Run(args);
        return (exit, Output.Value.ToString(), Errors.Value.ToString());
    }

    private sealed class Switch(TextWriter console, AsyncLocal<StringWriter?> own) : TextWriter
    {
        public override Encoding Encoding => console.Encoding;

        public override void Write(char value) => (own.Value ?? console).Write(value);

        public override void Write(string? value) => (own.Value ?? console).Write(value);

        public override void WriteLine(string? value) => (own.Value ?? console).WriteLine(value);

        public override Task WriteAsync(string? value)
        {
            Write(value);
            return Task.CompletedTask;
        }

        public override Task WriteLineAsync(string? value)
        {
            WriteLine(value);
            return Task.CompletedTask;
        }
    }
}
