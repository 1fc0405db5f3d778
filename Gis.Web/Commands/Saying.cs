using System.Globalization;
using Gis.Core.Units;

namespace Gis.Web.Commands;

/// <summary>Says on standard error how far a long piece of work has come; at once and in order, which Progress of the library does not.</summary>
internal sealed class Saying(string what) : IProgress<Share>, IProgress<long>
{
    private const int Every = 10;

    private readonly Lock gate = new();
    private int said;

    /// <summary>A share of the whole, in steps of ten per cent.</summary>
    public void Report(Share value)
    {
        var percent = (int)(value.Value * 100) / Every * Every;
        lock (gate)
        {
            if (percent <= said)
                return;
            said = percent;
            Console.Error.WriteLine($"{what}: {percent} %");
        }
    }

    /// <summary>A count whose end is not known.</summary>
    public void Report(long value)
    {
        if (value % 1_000_000 == 0)
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {value:#,0}"));
    }
}
