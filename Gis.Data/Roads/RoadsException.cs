namespace Gis.Data.Roads;

/// <summary>Roads cannot be read or used; the message says which file, what was found and what would be right. The roads in use stay.</summary>
public sealed class RoadsException : Exception
{
    public RoadsException(string file, string found, string right, Exception? inner = null)
        : base($"{file}: found {found}; should be {right}.", inner)
    {
    }
}
