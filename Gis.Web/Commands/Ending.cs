using Gis.Core.Network;
using Gis.Data.Import;
using Gis.Data.Import.Files;
using Gis.Data.Roads;
using Gis.Data.Store;

namespace Gis.Web.Commands;

/// <summary>How the program ends, whether it serves or runs a verb.</summary>
internal static class Ending
{
    /// <summary>The exit code of the work. What whoever started it can put right is one sentence on standard error.</summary>
    internal static async Task<int> Of(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        // Files that cannot be read or written and addresses already taken are of this kind, too.
        catch (Exception wrong) when (wrong is WrongInputException or TableException or SourceFileException or StoreException or NetworkException or RoadsException
            or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return Verbs.WrongInput;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Cancelled.");
            return Verbs.Cancelled;
        }
    }
}
