using Gis.Data.Store;

namespace Gis.Web.Network;

/// <summary>Lets what somebody reads who is not signed in come from a replica of the database, where some are set.</summary>
public static partial class PublicReads
{
    /// <summary>Belongs after the accounts: who is signed in sees at once what they and others did.</summary>
    public static void UsePublicReads(this WebApplication app)
    {
        if (app.Services.GetRequiredService<GisStore>().Replicas is not { } replicas)
            return;
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(PublicReads));
        replicas.Lost = fault => SayLost(log, fault);
        app.Use(async (context, next) =>
        {
            ReplicaReads.MayLag = context.Request.Method is "GET" or "HEAD" && context.User.Identity is not { IsAuthenticated: true };
            await next(context);
        });
    }

    [LoggerMessage(LogLevel.Warning, "{Fault}")]
    private static partial void SayLost(ILogger log, string fault);
}
