using Gis.Data.Store.Accounts;
using Gis.Web.Cities;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace Gis.Web.Accounts;

public static class AccountsSetup
{
    private const string SignInCookie = "gis.sign-in";

    /// <summary>Who may sign in, how long a session lasts, and what takes which right.</summary>
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddScoped<Visitor>();
        services.AddScoped<SessionCookies>();
        services.AddScoped<SignInDesk>();
        services.AddScoped<SecondFactor>();
        services.AddScoped<OwnDesk>();
        services.AddHostedService<FirstAdministrator>();
        services.AddHostedService<Retention>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, options =>
            {
                Bake(options, Session.Idle);
                options.EventsType = typeof(SessionCookies);
            })
            // Between the password and the code, and around a passkey.
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, options => Bake(options, TimeSpan.FromMinutes(5)));
        NameCookie(IdentityConstants.ApplicationScheme, Session.Cookie);
        NameCookie(IdentityConstants.TwoFactorUserIdScheme, SignInCookie);
        services.AddAccountStores().AddSignInManager();
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            // It asks for a finger, a face or a number, and is found without a name being typed.
            (options.UserVerificationRequirement, options.ResidentKeyRequirement) = ("required", "required");
            options.ValidateOrigin = signed => ValueTask.FromResult(!signed.CrossOrigin && IsThisSite(signed.Origin, signed.HttpContext.Request));
        });
        services.AddAuthorization(Allow);

        void NameCookie(string scheme, string name) => services.AddOptions<CookieAuthenticationOptions>(scheme)
            .Configure<IConfiguration>((options, settings) => options.Cookie.Name = ServedCity.CookieOf(settings, name));
    }

    /// <summary>Belongs after routing: what an endpoint asks for must be known.</summary>
    public static void UseAccounts(this IApplicationBuilder app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
    }

    private static void Bake(CookieAuthenticationOptions options, TimeSpan lifetime)
    {
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Cookie.IsEssential = true;
        options.ExpireTimeSpan = lifetime;
        options.SlidingExpiration = true;
    }

    // Browsers give passkeys to https, and on the machine itself to http, where the program is tried out.
    private static bool IsThisSite(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var site) && site.Authority == request.Host.Value && (site.Scheme == Uri.UriSchemeHttps || site.IsLoopback);

    private static void Allow(AuthorizationOptions options)
    {
        foreach (var right in Rights.RolesOf.Keys)
        {
            options.AddPolicy(right, policy => policy.RequireAssertion(asked => VisitorOf(asked).May(right)));
            options.AddPolicy(AnyoneReadsAttribute.PolicyOf(right), policy => policy.RequireAssertion(asked => Reads(asked) || VisitorOf(asked).May(right)));
        }

        options.DefaultPolicy = options.GetPolicy(Rights.Own)!;
        // A route that says neither whom it is for nor that it is for everybody is for nobody.
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(asked => !IsRoute(asked)).Build();
    }

    private static Visitor VisitorOf(AuthorizationHandlerContext asked) => RequestOf(asked).RequestServices.GetRequiredService<Visitor>();

    private static bool Reads(AuthorizationHandlerContext asked) => RequestOf(asked).Request.Method is "GET" or "HEAD";

    // Where there is no route, the answer is that there is none, or none for this verb.
    private static bool IsRoute(AuthorizationHandlerContext asked) => RequestOf(asked).GetEndpoint() is RouteEndpoint;

    private static HttpContext RequestOf(AuthorizationHandlerContext asked) => asked.Resource as HttpContext
        ?? throw new InvalidOperationException("Rights are asked of requests.");
}
