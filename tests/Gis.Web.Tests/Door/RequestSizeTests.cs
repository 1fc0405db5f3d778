using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Gis.Web.Tests.Door;

/// <summary>Over the real server: how long a body may be is its business too.</summary>
public sealed class RequestSizeTests(RequestSizeTests.Small app) : IClassFixture<RequestSizeTests.Small>
{
    private readonly HttpClient client = app.Client;

    [Theory, InlineData(200, HttpStatusCode.OK), InlineData(201, HttpStatusCode.RequestUriTooLong), InlineData(8000, HttpStatusCode.RequestUriTooLong)]
    public async Task A_query_of_the_length_allowed_is_read_and_one_letter_more_is_not(int length, HttpStatusCode expected) =>
        Assert.Equal(expected, (await client.GetAsync("/find" + "?q=".PadRight(length, 'x'))).StatusCode);

    [Fact]
    public async Task An_address_too_long_is_refused_in_words()
    {
        var query = "?q=".PadRight(300, 'x');
        Assert.Contains("<h1>地址太长</h1>", await (await client.GetAsync("/find" + query)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var problem = await (await client.GetAsync("/en/api/coverage" + query)).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((414, "The address is too long"), (problem.GetProperty("status").GetInt32(), problem.GetProperty("title").GetString()));
    }

    [Theory, InlineData(2000, HttpStatusCode.BadRequest), InlineData(2001, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_body_of_the_length_allowed_is_read_and_one_byte_more_is_not(int length, HttpStatusCode expected)
    {
        using var body = new ByteArrayContent(new byte[length]);
        // What is read is refused for what it lacks: the mark of our own form.
        Assert.Equal(expected, (await client.PostAsync("/sign-in", body)).StatusCode);
    }

    [Fact]
    public async Task A_field_whose_name_breaks_off_within_a_bracket_is_no_mistake_of_ours()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in") { Content = new StringContent("case[=1", Encoding.UTF8, "application/x-www-form-urlencoded") };
        // On a connection of its own: one that a body refused was sent on may just be closing.
        using var fresh = new HttpClient { BaseAddress = client.BaseAddress };
        Assert.Equal(HttpStatusCode.OK, (await fresh.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_body_that_does_not_tell_its_length_is_read_no_further_than_it_may_be()
    {
        using var body = new Untold(2001);
        body.Headers.ContentType = new("application/x-www-form-urlencoded");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await client.PostAsync("/sign-in", body)).StatusCode);
    }

    [Theory]
    [InlineData(20, 30, 1, false), InlineData(1, 30, 300, false), InlineData(21, 30, 1, true), InlineData(1, 31, 1, true), InlineData(1, 30, 301, true)]
    public async Task A_form_of_too_many_or_too_long_fields_is_refused_wherever_it_is_sent(int fields, int name, int value, bool isRefused)
    {
        var form = string.Join('&', Enumerable.Range(0, fields).Select(field => $"{field}".PadRight(name, 'n') + "=" + new string('v', value)));
        using var body = new StringContent(form, Encoding.ASCII, "application/x-www-form-urlencoded");
        Assert.Equal(isRefused, (await client.PostAsync("/nowhere", body)).StatusCode == HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_form_that_is_none_is_refused()
    {
        using var body = new StringContent("no parts", Encoding.ASCII, "multipart/form-data");
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync("/nowhere", body)).StatusCode);
    }

    [Fact]
    public async Task The_server_does_not_say_what_it_is() => Assert.Empty((await client.GetAsync("/")).Headers.Server);

    /// <summary>The program with small limits.</summary>
    public sealed class Small : IDisposable
    {
        private readonly SetApp app = new(("Limits:QueryLength", "200"), ("Limits:BodyBytes", "2000"), ("Limits:FormFields", "20"), ("Limits:FieldNameLength", "30"), ("Limits:FieldLength", "300"));

        public Small()
        {
            app.UseKestrel(0);
            app.StartServer();
            Client = new HttpClient { BaseAddress = app.ClientOptions.BaseAddress };
        }

        internal HttpClient Client { get; }

        public void Dispose()
        {
            Client.Dispose();
            app.Dispose();
        }
    }

    private sealed class Untold(int length) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(new byte[length]).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
