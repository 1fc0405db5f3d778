using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using Gis.Fuzzing;

namespace Gis.Web.Tests.Door;

/// <summary>Whatever comes over the wire, the real server answers that it cannot, or closes, and goes on.</summary>
public sealed partial class WireFuzzTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly SetApp app = SetApp.WithoutLimits();

    public WireFuzzTests()
    {
        app.UseKestrel(0);
        app.StartServer();
    }

    public void Dispose() => app.Dispose();

    [Fact]
    public void Nothing_on_the_wire_breaks_the_server()
    {
        var address = new IPEndPoint(IPAddress.Loopback, app.ClientOptions.BaseAddress.Port);
        Malformed.Bytes([.. Malformed.ListSeeds("Door", "*.http").Select(File.ReadAllBytes)]).Sample(
            sent => Malformed.Try(() => Assert.DoesNotMatch(Failure(), Talk(address, sent).GetAwaiter().GetResult())), iter: Malformed.Times(300), threads: 1);
    }

    [Theory, InlineData("limit=30\r\nX-Own: 1"), InlineData("q=立岗"), InlineData("limit=30#a"), InlineData("\0")]
    public async Task What_a_form_brings_along_breaks_no_header_of_the_answer(string question)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = app.ClientOptions.BaseAddress };
        var token = Token().Match(await client.GetStringAsync("/plan/scenarios")).Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("id", question), new("question", question), new("__RequestVerificationToken", token)]);
        var answer = await client.PostAsync("/plan/scenarios?handler=Adopt", form);
        Assert.InRange((int)answer.StatusCode, 300, 499);
        Assert.False(answer.Headers.Contains("X-Own"));
    }

    private static async Task<string> Talk(IPEndPoint address, byte[] sent)
    {
        using var late = new CancellationTokenSource(Patience);
        using var socket = new TcpClient();
        await socket.ConnectAsync(address, late.Token);
        var (stream, received) = (socket.GetStream(), new MemoryStream());
        try
        {
            await stream.WriteAsync(sent, late.Token);
            socket.Client.Shutdown(SocketShutdown.Send);
            await stream.CopyToAsync(received, late.Token);
        }
        catch (Exception closed) when (closed is IOException or SocketException)
        {
            // The server may close before it has heard all.
        }

        return Encoding.Latin1.GetString(received.ToArray());
    }

    // That a version or a way of sending is not known is no failure.
    [GeneratedRegex("^HTTP/1.1 50(?![15])", RegexOptions.Multiline)]
    private static partial Regex Failure();

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)")]
    private static partial Regex Token();
}
