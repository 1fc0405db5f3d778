using System.Text.Encodings.Web;
using System.Text.Unicode;
using Gis.Web.Accounts;
using Gis.Web.Backups;
using Gis.Web.Cities;
using Gis.Web.Coverage;
using Gis.Web.Door;
using Gis.Web.Finder;
using Gis.Web.Finder.Embedding;
using Gis.Web.Finder.Hours;
using Gis.Web.Finder.Phone;
using Gis.Web.Finder.Posters;
using Gis.Web.Finder.Voice;
using Gis.Web.History;
using Gis.Web.Import;
using Gis.Web.Maps;
using Gis.Web.Network;
using Gis.Web.Ogc;
using Gis.Web.Pairing;
using Gis.Web.Pairing.Duty;
using Gis.Web.Pairing.Months;
using Gis.Web.Progress;
using Gis.Web.Progress.Acceptance;
using Gis.Web.Progress.Inspection;
using Gis.Web.Reports;
using Gis.Web.Siting;
using Gis.Web.Travel;

namespace Gis.Web.Layout;

/// <summary>What every page and endpoint shares: languages, JSON, errors, the description of the API.</summary>
public static class WebSetup
{
    public static void AddWeb(this IServiceCollection services)
    {
        services.AddRazorPages(options =>
        {
            options.RootDirectory = "/";
            options.Conventions.AddFolderApplicationModelConvention("/Accounts", page => page.Filters.Add(new PrivateAnswer()));
        });
        // Chinese stays Chinese in the page and the JSON; both encoders still escape what is dangerous in HTML.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All));
        services.AddProblemDetails(options => options.CustomizeProblemDetails = ProblemWords.Say);
        services.AddOpenApi();
        services.AddLanguage();
        services.AddLayout();
        services.AddAccounts();
        services.AddMaps();
        services.AddSiting();
        services.AddBackups();
        services.AddHistory();
        services.AddImport();
        services.AddProgress();
        services.AddPairing();
        services.AddReports();
        services.AddAcceptance();
        services.AddHours();
        services.AddVoice();
        services.AddCities();
        services.AddOgc();
        services.AddHostedService<WarmUp>();
    }

    public static void UseWeb(this WebApplication app)
    {
        app.UseDoor();
        // A city's own program is within the gate.
        if (ServedCity.PathOf(app.Configuration).Length == 0)
            app.UseCities();
        app.UseLanguagePrefix();
        app.UseLayout();
        app.UsePreflight();
        app.UseRouting();
        app.UseOtherSites();
        app.UseLimits();
        app.UseAccounts();
        app.UsePublicReads();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        app.MapOpenApi("/openapi/v1.json").AllowAnonymous();
        app.MapApiReference();
        app.MapHealth();
        app.MapCoverage();
        app.MapCoverageFiles();
        app.MapMeasures();
        app.MapComparison();
        app.MapRuns();
        app.MapSchedule();
        app.MapProgress();
        app.MapEvidence();
        app.MapInspections();
        app.MapNetwork();
        app.MapSearch();
        app.MapVersions();
        app.MapImport();
        app.MapAcceptance();
        app.MapRoute();
        app.MapTiles();
        app.MapOgc();
        app.MapDrawnMaps();
        app.MapPairing();
        app.MapDuty();
        app.MapMonths();
        app.MapHolidays();
        app.MapReports();
        app.MapPhone();
        app.MapEmbedding();
        app.MapPosters();
        app.MapAcceptanceReports();
        if (ServedCity.PathOf(app.Configuration).Length == 0)
            app.MapCities();
    }
}
