using System.Reflection;

namespace Gis.Web.Network;

public static class ProgramVersion
{
    // The build adds "+commit" where it knows one; the receipt wants what a release is called.
    public static string Text { get; } =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
