using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gis.Core.Finder.Voice;
using Gis.Web.Door;

namespace Gis.Web.Tests.Door;

/// <summary>docs/settings.md against the sources: what the program reads is named there, with its default, and nothing else is.</summary>
public sealed partial class SettingsTableTests
{
    // What stands in the code where a setting's name should is given by the caller, who is read, too.
    private static readonly string[] Passed = ["name", "written"];

    private static readonly string Root = FindRoot();

    private static readonly Dictionary<string, string> Rows = Row().Matches(File.ReadAllText(Path.Combine(Root, "docs", "settings.md")))
        .ToDictionary(row => row.Groups["name"].Value, row => row.Groups["rest"].Value);

    private static readonly string[] Sources = [.. Directory.GetFiles(Path.Combine(Root, "Gis.Web"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/node_modules/", StringComparison.Ordinal)).Select(File.ReadAllText)];

    [Fact]
    public void Every_setting_that_is_read_is_in_the_table() => Assert.DoesNotContain(ListRead(), name => !IsToldOf(name));

    [Fact]
    public void The_table_names_nothing_that_is_not_read()
    {
        var read = ListRead().ToList();
        Assert.DoesNotContain(Rows.Keys, name => !read.Exists(known => name == known || name.StartsWith(known + ":", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_reading_of_the_sources_sees_each_way_of_reading()
    {
        // A literal, a constant, a connection string, a number, a section, a local function over one, an array, the environment, a bound class.
        string[] known =
        [
            "Data", "OTEL_EXPORTER_OTLP_ENDPOINT", "ConnectionStrings:Store", "Runs:HoldSeconds", "Maps:BaseMap", "Maps:BaseMap:Datum", "Proxies",
            "ConnectionStrings__Store", "Limits:Search:PerMinute", "Voice:ContactDays", "Urls",
        ];
        Assert.Empty(known.Except(ListRead()));
    }

    [Fact]
    public void Defaults_and_limits_of_numbers_are_those_of_the_program()
    {
        var numbers = Sources.SelectMany(source => Number().Matches(source)).ToList();
        Assert.NotEmpty(numbers);
        Assert.All(numbers, read => Assert.Matches($@"^ {read.Groups["usual"]} \|.*\b{read.Groups["least"]} to {read.Groups["most"]}\b", Rows[read.Groups["name"].Value]));
        Assert.All(
            ListBound("Limits", new Limits()).Concat(ListBound("Voice", new VoiceTerms())),
            bound => Assert.StartsWith(string.Create(CultureInfo.InvariantCulture, $" {bound.Usual} |"), Rows[bound.Name], StringComparison.Ordinal));
    }

    private static bool IsToldOf(string name) => Rows.Keys.Any(told => told == name || told.StartsWith(name + ":", StringComparison.Ordinal));

    private static IEnumerable<string> ListRead() => Sources.SelectMany(ListReadIn)
        .Concat(ListBound("Limits", new Limits()).Select(bound => bound.Name)).Concat(ListBound("Voice", new VoiceTerms()).Select(bound => bound.Name))
        .Concat(ListLeaves(JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, "Gis.Web", "appsettings.json"))).RootElement, ""))
        .Distinct();

    private static IEnumerable<string> ListReadIn(string source)
    {
        foreach (Match read in Read().Matches(source))
        {
            if (NameOf(read.Groups["name"].Value, source) is { } name)
                yield return read.Groups["way"].Value == "GetConnectionString" ? "ConnectionStrings:" + name : name;
        }

        // What is read within a section that has a name of its own.
        if (NameOf("Section", source) is { } section && source.Contains("section[name]", StringComparison.Ordinal))
        {
            foreach (Match read in InSection().Matches(source))
                yield return $"{section}:{read.Groups["name"].Value}";
        }
    }

    // A literal, or a constant of the same file.
    private static string? NameOf(string written, string source)
    {
        if (written.StartsWith('"'))
            return written.Trim('"');
        var constant = Regex.Match(source, $"const string {written} = \"(?<value>[^\"]+)\"");
        Assert.True(constant.Success || written == "Section" || Passed.Contains(written), $"A setting is read by '{written}', whose name is not in the same file");
        return constant.Success ? constant.Groups["value"].Value : null;
    }

    private static IEnumerable<(string Name, object? Usual)> ListBound(string section, object settings) =>
        from property in settings.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.CanWrite
        let name = $"{section}:{property.Name}"
        let value = property.GetValue(settings)
        from bound in value is AddressLimit limit ? ListBound(name, limit) : [(name, value)]
        select bound;

    private static IEnumerable<string> ListLeaves(JsonElement settings, string before) => settings.EnumerateObject().SelectMany(each =>
        each.Value.ValueKind != JsonValueKind.Object ? [before + each.Name]
        // Categories of the log have any names.
        : each.Name == "LogLevel" ? [before + each.Name]
        : ListLeaves(each.Value, before + each.Name + ":"));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Gis.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run within the repository.");
        return folder.FullName;
    }

    [GeneratedRegex("""^\| `(?<name>[\w:]+)` \|(?<rest>.*)$""", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("""(?:(?:settings|Configuration)\[|(?<way>GetConnectionString|GetSection|GetEnvironmentVariable|NumberSetting\.Read)\((?:settings, )?)(?<name>"[^"]+"|\w+)[\])(,]""")]
    private static partial Regex Read();

    [GeneratedRegex(@"\bRead\(""(?<name>\w+)""\)")]
    private static partial Regex InSection();

    [GeneratedRegex("""NumberSetting\.Read\(settings, "(?<name>[^"]+)", (?<usual>\d+), (?<least>\d+), (?<most>\d+)\)""")]
    private static partial Regex Number();
}
