using Gis.Data.Store.Postgis;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gis.Data.Tests.Store.Upgrade;

/// <summary>A program of the future, which goes steps that this one does not know.</summary>
internal static class NewerProgram
{
    /// <summary>Only adds: older programs go on.</summary>
    internal const string Later = "29991231000000_Later";

    /// <summary>Takes away what older programs write, and says so.</summary>
    internal const string Break = "29991231000001_Break";

    /// <summary>Goes all steps up to one.</summary>
    internal static async Task UpgradeAsync(string database, string upTo)
    {
        var options = new DbContextOptionsBuilder<PostgisContext>()
            .UseNpgsql(database, postgis => postgis.UseNetTopologySuite().MigrationsAssembly(typeof(NewerProgram).Assembly))
            // Its model is this program's: the steps are all that is of the future.
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning)).Options;
        await using var context = new PostgisContext(options);
        await context.GetService<IMigrator>().MigrateAsync(upTo);
    }

    [DbContext(typeof(PostgisContext))]
    [Migration(Later)]
    internal sealed class LaterStep : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable("visitor_book", table => new { id = table.Column<long>(), said = table.Column<string>() });
            migrationBuilder.AddColumn<string>("nickname", "account", nullable: true);
            migrationBuilder.AddColumn<int>("urgency", "run", nullable: false, defaultValue: 1);
            migrationBuilder.AddColumn<string>("device", "sign_in", nullable: false, defaultValueSql: "'unknown'");
            migrationBuilder.CreateIndex("IX_run_urgency", "run", "urgency");
        }
    }

    [DbContext(typeof(PostgisContext))]
    [Migration(Break)]
    internal sealed class BreakStep : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RequireThisStep(this);
            migrationBuilder.RenameColumn("question", "run", "asked");
        }
    }
}
