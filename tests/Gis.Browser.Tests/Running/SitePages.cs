namespace Gis.Browser.Tests.Running;

/// <summary>The pages every reader must be able to use, in every view and both languages.</summary>
public static class SitePages
{
    public static readonly string[] Paths = ["/", "/plan", "/plan/measures", "/find?q=立岗", "/areas/640122", "/sites/centre-640122", "/data"];
    public static readonly string[] Views = ["standard", "elder", "contrast"];
    public static readonly string[] Languages = ["zh", "en"];

    public static TheoryData<string> InBothLanguages => [.. Languages.SelectMany(language => Paths.Select(path => new Reader(Language: language).AddressOf(path)))];

    public static TheoryData<string, string, string> InEveryViewAndLanguage
    {
        get
        {
            var all = new TheoryData<string, string, string>();
            foreach (var path in Paths)
            {
                foreach (var view in Views)
                {
                    foreach (var language in Languages)
                        all.Add(path, view, language);
                }
            }

            return all;
        }
    }
}
