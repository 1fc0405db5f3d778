using Gis.Data.Store.Postgis;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gis.Data.Tests.Store.Upgrade;

/// <summary>Every step of a database either only adds, so that instances can be upgraded one by one, or says that it must be known.</summary>
[Trait("Store", StoreFolder.OfFile)]
public sealed class StepRuleTests
{
    [Fact]
    public void Every_step_that_does_not_only_add_requires_itself()
    {
        using var context = new PostgisContextDesign().CreateDbContext([]);
        var all = context.GetService<IMigrationsAssembly>();
        var steps = all.Migrations.Where(step => string.CompareOrdinal(step.Key, "20261130185000_LeastStep") > 0)
            .Select(step => all.CreateMigration(step.Value, context.Database.ProviderName!));
        Assert.Empty(steps.SelectMany(step => StepRule.FindFaults(step).Select(fault => $"{step.GetType().Name}: {fault}. Begin it with RequireThisStep, or only add.")));
    }

    [Fact]
    public void A_step_that_adds_tables_columns_with_a_value_and_plain_indexes_is_one_to_live_with() =>
        Assert.Empty(StepRule.FindFaults(new NewerProgram.LaterStep()));

    [Fact]
    public void A_step_that_requires_itself_may_do_anything() => Assert.Empty(StepRule.FindFaults(new NewerProgram.BreakStep()));

    [Fact]
    public void All_else_must_require_itself_and_first_of_all() => Assert.Equal(
        [
            "run.urgency: an older program leaves it empty, which is not allowed",
            "village.poorest: an older program loses it with every network it saves",
            "IX_run_outcome: it may refuse what an older program writes",
            "run_note: of_run keeps an older program from deleting rows of run",
            "RenameColumnOperation: it does not only add",
            "DropTableOperation: it does not only add",
            "nobody can tell what this does to older programs: DELETE FROM run",
        ],
        StepRule.FindFaults(new Unruly()).Take(7));

    [Migration("29991231000002_Unruly")]
    private sealed class Unruly : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>("urgency", "run", nullable: false);
            migrationBuilder.AddColumn<bool>("poorest", "village", nullable: true);
            migrationBuilder.CreateIndex("IX_run_outcome", "run", "outcome", unique: true);
            migrationBuilder.CreateTable(
                "run_note",
                table => new { id = table.Column<long>(), run_id = table.Column<string>() },
                constraints: table => table.ForeignKey("of_run", note => note.run_id, "run", "id", onDelete: ReferentialAction.Restrict));
            migrationBuilder.RenameColumn("question", "run", "asked");
            migrationBuilder.DropTable("voice");
            migrationBuilder.Sql("DELETE FROM run");
            migrationBuilder.RequireThisStep(this);
        }
    }
}
