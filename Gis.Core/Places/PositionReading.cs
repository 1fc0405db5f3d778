namespace Gis.Core.Places;

/// <summary>What was made of a typed position.</summary>
public abstract record PositionReading
{
    private PositionReading()
    {
    }

    /// <summary>It was read.</summary>
    /// <param name="Pair">The two numbers, longitude or easting first; degrees, minutes and seconds are made one number of degrees.</param>
    public sealed record Read(XY Pair) : PositionReading;

    /// <summary>Nothing is written, or a word or stroke for nothing: what it belongs to is not located.</summary>
    public sealed record Blank : PositionReading;

    /// <summary>Something is written that is no position, or could be two.</summary>
    /// <param name="Fault">What is wrong.</param>
    /// <param name="Found">The text as typed.</param>
    public sealed record Unreadable(PositionFault Fault, string Found) : PositionReading
    {
        /// <summary>What was found and what would be right, in one sentence.</summary>
        public string Words => $"'{Found}' " + Fault switch
        {
            PositionFault.OneOfTwo => "is one coordinate of two; give the other, or leave both empty.",
            PositionFault.SixtyOrMore => "has 60 or more minutes or seconds; they lie from 0 to below 60.",
            PositionFault.BrokenUnit => "has decimals before a smaller unit; only the last may have them, as in 106°16.69′.",
            PositionFault.SignAndLetter => "has a sign and a direction; give one, as -75.5 or 75.5 W.",
            PositionFault.SameAxis => "gives the same direction twice; right is one of E or W and one of N or S.",
            PositionFault.Comma => "may have a comma for the decimal point or for thousands; right is 106.278 or 106278.",
            _ => "is no coordinate; right is one as 106.2782 or 106°16′41.5″E.",
        };
    }
}

/// <summary>What is wrong with a typed position.</summary>
public enum PositionFault
{
    /// <summary>No number in any form that is known.</summary>
    NoNumber,

    /// <summary>One coordinate without the other.</summary>
    OneOfTwo,

    /// <summary>Minutes or seconds of 60 or more.</summary>
    SixtyOrMore,

    /// <summary>Decimals in a unit that a smaller one follows, as 106.5°16′.</summary>
    BrokenUnit,

    /// <summary>A plus or minus sign beside a letter for the direction.</summary>
    SignAndLetter,

    /// <summary>Two longitudes or two latitudes.</summary>
    SameAxis,

    /// <summary>A comma that may part thousands or decimals.</summary>
    Comma,
}
