namespace Gis.Core.Progress.Acceptance;

/// <summary>What an inspector found of one standard at one point.</summary>
public enum Verdict
{
    /// <summary>达到.</summary>
    Met,

    /// <summary>部分达到: counts half.</summary>
    Partly,

    /// <summary>未达到.</summary>
    NotMet,

    /// <summary>
    /// 不适用: leaves the sum. A must applies to every point of its tier, so said of one it is the same as not met.
    /// </summary>
    NotApplicable,
}
