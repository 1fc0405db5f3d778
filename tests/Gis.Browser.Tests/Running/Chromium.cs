using Microsoft.Playwright;

namespace Gis.Browser.Tests.Running;

/// <summary>
/// The Chromium of the system, never one that Playwright downloads: its build for no screen, which draws a page as the other does
/// and opens one in less than half the time, for it has no windows of its own to draw.
/// </summary>
public static class Chromium
{
    private const string Program = "/usr/bin/chromium-headless-shell";

    // WebGL without a graphics card.
    private static readonly string[] Drawing = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"];
    private static readonly string[] NotDrawing = ["--disable-gpu", "--disable-3d-apis"];

    public static Task<IBrowser> Start(IPlaywright playwright) => Launch(playwright, Drawing);

    public static Task<IBrowser> StartWithoutWebGl(IPlaywright playwright) => Launch(playwright, NotDrawing);

    private static Task<IBrowser> Launch(IPlaywright playwright, string[] arguments)
    {
        if (!File.Exists(Program))
            throw new FileNotFoundException($"These tests drive the system's Chromium and {Program} is missing. On Debian: apt-get install chromium-headless-shell", Program);
        return playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = ["--no-sandbox", .. arguments] });
    }
}
