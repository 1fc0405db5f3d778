using Gis.Web.Siting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gis.Web.Tests.Siting;

/// <summary>The parts of pages that show a schedule, drawn without the page around them.</summary>
public sealed class SchedulePartialTests(GisApp app) : IClassFixture<GisApp>
{
    private async Task<string> Draw<T>(string view, T model, string prefix)
    {
        using var scope = app.Services.CreateScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Request.PathBase = prefix;
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = context;
        var action = new ActionContext(context, new RouteData(), new ActionDescriptor());
        var found = scope.ServiceProvider.GetRequiredService<IRazorViewEngine>().GetView(null, $"/Siting/{view}.cshtml", isMainPage: false);
        await using var text = new StringWriter();
        var data = new ViewDataDictionary<T>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = model };
        await found.View!.RenderAsync(new ViewContext(
            action, found.View, data, new TempDataDictionary(context, scope.ServiceProvider.GetRequiredService<ITempDataProvider>()), text, new HtmlHelperOptions()));
        return text.ToString();
    }

    [Theory, InlineData("", "已证明", "行动清单"), InlineData("/en", "Proven", "What to do")]
    public async Task A_schedule_shows_its_figures_in_both_languages(string prefix, string ending, string actions)
    {
        var drawn = await Draw("_Schedule", new ScheduleView(SmallAnswer.Mended, "run=7"), prefix);
        Assert.Contains(ending, drawn, StringComparison.Ordinal);
        Assert.Contains(actions, drawn, StringComparison.Ordinal);
        Assert.Contains("<data id=\"person-months\" value=\"3900\">3,900</data>", drawn, StringComparison.Ordinal);
        Assert.Contains("<data id=\"person-months-lost\" value=\"100\">100</data>", drawn, StringComparison.Ordinal);
        Assert.Contains($"{prefix}/api/plan/schedule.ics?run=7", drawn, StringComparison.Ordinal);
        Assert.Contains("<svg", drawn, StringComparison.Ordinal);
        Assert.Contains("lang=\"zh-CN\">立岗镇兰星村工作室</a>", drawn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_cannot_be_says_why_and_shows_no_table()
    {
        var drawn = await Draw("_Schedule", new ScheduleView(SmallAnswer.Broken, "run=7"), "");
        Assert.Contains("施工队只能建 2 个", drawn, StringComparison.Ordinal);
        Assert.DoesNotContain("<table", drawn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_shows_what_was_asked()
    {
        var drawn = await Draw("_ScheduleFields", ScheduleForm.Parse("crews=3,640122:2&all=no&latest=room-a:2027-07", 2027), "");
        Assert.Contains("value=\"3, 640122:2\"", drawn, StringComparison.Ordinal);
        Assert.Contains("value=\"no\" checked", drawn, StringComparison.Ordinal);
        Assert.Contains("room-a:2027-07</textarea>", drawn, StringComparison.Ordinal);
    }
}
