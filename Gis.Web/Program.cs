using System.Globalization;
using Gis.Web.Commands;
using Gis.Web.Door;
using Gis.Web.Layout;
using Gis.Web.Network;

// Numbers are written one way everywhere, whatever the machine's language; the words are chosen by the page.
CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;

return Verbs.AreIn(args) ? await Verbs.Run(args) : await Ending.Of(Serve);

async Task<int> Serve()
{
    // The settings and the pages' files lie beside the program, wherever it is started from.
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    builder.WebHost.UseStaticWebAssets();
    builder.AddDoor();
    builder.Services.AddWeb();
    await builder.AddNetwork();

    var app = builder.Build();
    app.UseWeb();
    await app.RunAsync();
    return 0;
}
