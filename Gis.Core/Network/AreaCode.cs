namespace Gis.Core.Network;

/// <summary>
/// A division code of the National Bureau of Statistics: 6 digits name a county, 9 a township, 12 a village; each begins
/// with the code of the unit it lies in. Codes order as text, which is the register's own order.
/// </summary>
public readonly record struct AreaCode : IComparable<AreaCode>
{
    private readonly string? digits;

    private AreaCode(string digits) => this.digits = digits;

    /// <summary>The digits; empty only in the default value, which names nothing.</summary>
    public string Digits => digits ?? "";

    /// <summary>Which kind of unit the code names.</summary>
    public AreaLevel Level => Digits.Length switch { 6 => AreaLevel.County, 9 => AreaLevel.Township, _ => AreaLevel.Village };

    /// <summary>Whether the code is of a city: six digits, of which the last two are 00.</summary>
    public bool IsCity => Digits.Length == 6 && Digits.EndsWith("00", StringComparison.Ordinal);

    /// <summary>The county the unit lies in; a county is its own.</summary>
    public AreaCode County => new(Digits[..6]);

    /// <summary>The township the unit lies in; a township is its own.</summary>
    /// <exception cref="InvalidOperationException">The code names a county.</exception>
    public AreaCode Township => Level == AreaLevel.County
        ? throw new InvalidOperationException($"{this} is a county and lies in no township.")
        : new(Digits[..9]);

    /// <summary>Reads a code of 6, 9 or 12 digits.</summary>
    /// <exception cref="FormatException">The text is not such a code.</exception>
    public static AreaCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is not a division code of 6, 9 or 12 digits.");

    /// <summary>Reads a code of 6, 9 or 12 digits; false for any other text.</summary>
    public static bool TryParse(string? text, out AreaCode code)
    {
        var valid = text is { Length: 6 or 9 or 12 } && text.All(char.IsAsciiDigit);
        code = valid ? new AreaCode(text!) : default;
        return valid;
    }

    /// <summary>Whether this unit is <paramref name="area"/> or lies in it.</summary>
    public bool IsWithin(AreaCode area) => Digits.StartsWith(area.Digits, StringComparison.Ordinal);

    /// <inheritdoc/>
    public int CompareTo(AreaCode other) => string.CompareOrdinal(Digits, other.Digits);

    /// <summary>The digits.</summary>
    public override string ToString() => Digits;
}

/// <summary>The three levels of unit in a city.</summary>
public enum AreaLevel
{
    /// <summary>县(市)区, 6 digits.</summary>
    County,

    /// <summary>乡镇 or 街道, 9 digits.</summary>
    Township,

    /// <summary>村 or 居, 12 digits.</summary>
    Village,
}
