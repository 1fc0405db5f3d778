using System.Collections.Immutable;
using Gis.Data.Import.Files;
using Gis.Web.Accounts;
using Gis.Web.Layout;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Import;

/// <summary>Where a bureau brings its own lists.</summary>
[Authorize(Policy = Rights.Import)]
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class ImportsModel(ImportDrafts drafts, Visitor visitor, Language language) : PageModel
{
    /// <summary>The largest file that is taken.</summary>
    public const long MostBytes = 64L * 1024 * 1024;

    public const int LongestSource = 200;

    private const int LongestName = 120;

    /// <summary>What was brought and not imported yet.</summary>
    public ImmutableArray<ImportDraft> Drafts { get; private set; } = [];

    public string Source { get; private set; } = "";

    public FormFaults Faults { get; } = new();

    public void OnGet() => Drafts = drafts.List(visitor.Account!.Id);

    public async Task<IActionResult> OnPostAsync(IFormFile? file, string? source, CancellationToken cancel)
    {
        Source = (source ?? "").Trim();
        if (file is null)
            Faults.Add("file", "", language["请选一个文件", "choose a file"]);
        if (Source.Length is 0 or > LongestSource)
            Faults.Add("source", Source, language["请写明这份名单从哪里来,例如“兴庆区司法局台账 2026年11月”", "say where the list comes from, as \"ledger of the county bureau, November 2026\""]);
        if (file is null || !Faults.IsEmpty)
            return Refuse();
        var draft = await Take(file, cancel);
        try
        {
            drafts.ReadTables(draft, cancel);
            return Redirect(Url.Content($"~/plan/import/{draft.Id}"));
        }
        catch (SourceFileException fault)
        {
            drafts.Remove(draft);
            Faults.Add("file", draft.Name, language.Of(fault));
            return Refuse();
        }
    }

    private async Task<ImportDraft> Take(IFormFile file, CancellationToken cancel)
    {
        await using var content = file.OpenReadStream();
        var name = Path.GetFileName(file.FileName.Replace('\\', '/'));
        return await drafts.Add(content, name.Length > LongestName ? name[^LongestName..] : name, visitor.Account!.Id, Source, cancel);
    }

    private PageResult Refuse()
    {
        Drafts = drafts.List(visitor.Account!.Id);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
