using Gis.Core.Network;
using Gis.Data.Export;
using Gis.Data.Import.Ledger;
using Gis.Web.Accounts;
using Gis.Web.Coverage;
using Gis.Web.Layout;
using Gis.Web.Maps;
using Gis.Web.Network;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gis.Web.Import;

/// <summary>The workbooks of an import: to fill in, and to put right.</summary>
public static class ImportApi
{
    public static void MapImport(this IEndpointRouteBuilder app)
    {
        var files = app.MapGroup("/plan/import").WithTags("Import").RequireAuthorization(Rights.Import).ExcludeFromDescription();
        files.MapGet("/template/{kind}.xlsx", WriteTemplate);
        files.MapGet("/{id}/remedies.xlsx", WriteRemedies);
        files.MapGet("/{id}/map.png", Draw);
    }

    // The coverage map as it would be, for the usual question.
    private static async Task<Results<FileContentHttpResult, NotFound>> Draw(
        string id, ImportDrafts drafts, ImportDesk desk, CurrentNetwork current, CityMaps maps, MapFont font, Visitor visitor, Language language, IConfiguration settings, CancellationToken cancel)
    {
        if (drafts.Find(id, visitor.Account!.Id) is not { } draft)
            return TypedResults.NotFound();
        var preview = await desk.Preview(visitor.Account!, draft, cancel);
        if (preview.ApplyTo(current.Snapshot.Network) is not { } network)
            return TypedResults.NotFound();
        var asked = AskedCoverage.Of(current.Snapshot.With(network), new CoverageForm().Read(network, language, out _)!);
        return TypedResults.File(await maps.FindDrawing(DrawnMapApi.SubjectOf(asked, maps, language, settings), SheetSize.Default, font, cancel), "image/png");
    }

    private static Results<FileContentHttpResult, NotFound> WriteTemplate(string kind, CurrentNetwork current)
    {
        if (!WrittenName.TryRead<LedgerKind>(kind, out var rows))
            return TypedResults.NotFound();
        // Its heads stay Chinese: they are what lists are recognised by, whoever fills them in.
        var workbook = ImportTemplates.Template(rows, current.Snapshot.Network, Language.Chinese.Of, kind);
        return TypedResults.File(workbook.ToBytes(), Workbook.MediaType, $"{kind}.xlsx");
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> WriteRemedies(
        string id, ImportDrafts drafts, ImportDesk desk, Visitor visitor, Language language, CancellationToken cancel)
    {
        if (drafts.Find(id, visitor.Account!.Id) is not { } draft)
            return TypedResults.NotFound();
        var preview = await desk.Preview(visitor.Account!, draft, cancel);
        var workbook = ImportTemplates.Remedies(preview, language.Of, language["怎么办", "What to do"]);
        return TypedResults.File(workbook.ToBytes(), Workbook.MediaType, $"{Path.GetFileNameWithoutExtension(draft.Name)}-remedies.xlsx");
    }
}
