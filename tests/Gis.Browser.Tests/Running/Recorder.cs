using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Gis.Browser.Tests.Running;

/// <summary>Stands between a browser and the program, passes every byte on, and keeps what the browser sent: all of it, whoever in the browser sent it.</summary>
public sealed class Recorder : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ending = new();
    private readonly MemoryStream sent = new();
    private readonly Uri target;

    public Recorder(Uri target)
    {
        this.target = target;
        listener.Start();
        _ = Listen();
    }

    /// <summary>Where the browser is to ask.</summary>
    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    /// <summary>Whether nobody is let through, as where there is no network.</summary>
    public bool IsCut { get; set; }

    /// <summary>All that was sent so far.</summary>
    public string Sent
    {
        get
        {
            lock (sent)
                return Encoding.Latin1.GetString(sent.ToArray());
        }
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        listener.Dispose();
        ending.Dispose();
    }

    private async Task Listen()
    {
        try
        {
            while (true)
                _ = Pass(await listener.AcceptTcpClientAsync(ending.Token));
        }
        catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task Pass(TcpClient browser)
    {
        using (browser)
        {
            using var program = new TcpClient();
            if (IsCut)
                return;
            try
            {
                await program.ConnectAsync(target.Host, target.Port, ending.Token);
                await Task.WhenAny(Copy(browser.GetStream(), program.GetStream(), keep: true), Copy(program.GetStream(), browser.GetStream(), keep: false));
            }
            catch (Exception ended) when (ended is IOException or OperationCanceledException or ObjectDisposedException or SocketException)
            {
                // One side has gone.
            }
        }
    }

    private async Task Copy(NetworkStream from, NetworkStream to, bool keep)
    {
        var bytes = new byte[16 * 1024];
        while (await from.ReadAsync(bytes, ending.Token) is > 0 and var count && !IsCut)
        {
            if (keep)
            {
                lock (sent)
                    sent.Write(bytes, 0, count);
            }

            await to.WriteAsync(bytes.AsMemory(0, count), ending.Token);
        }
    }
}
