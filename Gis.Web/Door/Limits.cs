using System.Globalization;
using Gis.Web.Commands;

namespace Gis.Web.Door;

/// <summary>How much one address may ask, and how large one request may be: the settings under <c>Limits</c>.</summary>
public sealed class Limits
{
    /// <summary>Where the settings stand.</summary>
    public const string Section = "Limits";

    /// <summary>Looking for a place. An office of two hundred behind one address does not type faster.</summary>
    public AddressLimit Search { get; set; } = new() { Burst = 300, PerMinute = 300 };

    /// <summary>Tiles and drawn maps. A map that is dragged asks some tens of tiles a second.</summary>
    public AddressLimit Tiles { get; set; } = new() { Burst = 6000, PerMinute = 12_000 };

    /// <summary>Signing in and taking up an invitation; who guesses names and passwords is slow here, an office at nine o'clock is not.</summary>
    public AddressLimit SignIn { get; set; } = new() { Burst = 60, PerMinute = 20 };

    /// <summary>Telling the bureau something, and asking by number what became of it. A village behind one address has no more to say in a minute.</summary>
    public AddressLimit Voice { get; set; } = new() { Burst = 30, PerMinute = 10 };

    /// <summary>All the rest, computations among it. A slider that is dragged asks some twenty answers a second.</summary>
    public AddressLimit Rest { get; set; } = new() { Burst = 3000, PerMinute = 6000 };

    /// <summary>The longest body of a request, in bytes.</summary>
    public long BodyBytes { get; set; } = 1024 * 1024;

    /// <summary>The longest query of an address, in characters as they are sent. A schedule that is mended names each of its rooms.</summary>
    public int QueryLength { get; set; } = 16 * 1024;

    /// <summary>The most fields of a form.</summary>
    public int FormFields { get; set; } = 1000;

    /// <summary>The longest name of a field of a form, in characters.</summary>
    public int FieldNameLength { get; set; } = 200;

    /// <summary>The longest value of a field of a form, in characters.</summary>
    public int FieldLength { get; set; } = 64 * 1024;

    /// <summary>The limits as they are set; what is not set is as above.</summary>
    /// <exception cref="WrongInputException">A setting is no number, or below 1.</exception>
    internal static Limits Read(IConfiguration settings)
    {
        try
        {
            var limits = settings.GetSection(Section).Get<Limits>() ?? new Limits();
            return limits.ListFaults().ToList() is { Count: > 0 } faults ? throw new WrongInputException(string.Join(Environment.NewLine, faults)) : limits;
        }
        catch (InvalidOperationException noNumber)
        {
            throw new WrongInputException(noNumber.Message);
        }
    }

    private IEnumerable<string> ListFaults() => new (string Name, long Found)[]
    {
        ("Search:Burst", Search.Burst), ("Search:PerMinute", Search.PerMinute), ("Tiles:Burst", Tiles.Burst), ("Tiles:PerMinute", Tiles.PerMinute),
        ("SignIn:Burst", SignIn.Burst), ("SignIn:PerMinute", SignIn.PerMinute), ("Voice:Burst", Voice.Burst), ("Voice:PerMinute", Voice.PerMinute),
        ("Rest:Burst", Rest.Burst), ("Rest:PerMinute", Rest.PerMinute),
        ("BodyBytes", BodyBytes), ("QueryLength", QueryLength), ("FormFields", FormFields), ("FieldNameLength", FieldNameLength), ("FieldLength", FieldLength),
    }.Where(setting => setting.Found < 1).Select(setting => string.Create(CultureInfo.InvariantCulture, $"{Section}:{setting.Name}: found {setting.Found}, should be 1 or more"));
}

/// <summary>How often one address may ask: at once <see cref="Burst"/> times, and after that as often as <see cref="PerMinute"/> fills up again.</summary>
public sealed class AddressLimit
{
    public int Burst { get; set; }

    public int PerMinute { get; set; }
}
