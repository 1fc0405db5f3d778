using Gis.Core.Finder.Voice;
using Gis.Data.Store.Voice;
using Gis.Web.Accounts;
using Gis.Web.Commands;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Finder.Voice;

public static class VoiceSetup
{
    private const string Folder = "/Finder/Voice";
    private const string Section = "Voice";

    /// <summary>What people tell the bureau, from the form to the queue, and what ratings come to.</summary>
    public static void AddVoice(this IServiceCollection services)
    {
        services.AddSingleton<VoiceStore>();
        services.AddSingleton(provider => Read(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton<WritingTime>();
        services.AddSingleton<Repeats>();
        services.AddSingleton<VoiceDesk>();
        services.AddSingleton<RatingDesk>();
        services.Configure<RazorPagesOptions>(options =>
        {
            options.Conventions.AddPageRoute(Folder + "/Tell", "/sites/{id}/voice");
            options.Conventions.AddFolderApplicationModelConvention(Folder, page => page.Filters.Add(new PrivateAnswer()));
        });
    }

    /// <summary>The terms as they are set; what is not set is as assumed.</summary>
    /// <exception cref="WrongInputException">A setting is no number or out of its range.</exception>
    internal static VoiceTerms Read(IConfiguration settings)
    {
        try
        {
            var terms = settings.GetSection(Section).Get<VoiceTerms>() ?? new VoiceTerms();
            Check(nameof(terms.CorrectionWorkdays), terms.CorrectionWorkdays, 1, VoiceTerms.MostWorkdays);
            Check(nameof(terms.ReplyWorkdays), terms.ReplyWorkdays, 1, VoiceTerms.MostWorkdays);
            Check(nameof(terms.ContactDays), terms.ContactDays, 0, VoiceTerms.MostContactDays);
            return terms;
        }
        catch (InvalidOperationException noNumber)
        {
            throw new WrongInputException(noNumber.Message);
        }
    }

    private static void Check(string name, int found, int least, int most)
    {
        if (found < least || found > most)
            throw new WrongInputException($"{Section}:{name}: found {found}, should be {least} to {most}");
    }
}
