using System.Reflection;

namespace Gis.Data;

/// <summary>What this release of the program is called.</summary>
public static class ProgramVersion
{
    // The build adds "+commit" where it knows one; the receipt wants what a release is called.
    public static string Text { get; } =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
